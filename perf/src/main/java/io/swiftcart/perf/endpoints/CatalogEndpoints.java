package io.swiftcart.perf.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.ChainBuilder;
import io.swiftcart.perf.outcomes.Step;

/** Reading products; public. */
public final class CatalogEndpoints {

    /** Of {@code #{sku}}. */
    public static final ChainBuilder PRODUCT_BY_SKU =
            Step.named("product page", 200)
                    .of(
                            http -> http.get("/api/v1/products/by-sku/#{sku}"),
                            jsonPath("$.id").saveAs("productId"));

    /** By {@code #{sort}}. */
    public static final ChainBuilder PRODUCT_LIST =
            Step.named("product list", 200)
                    .of(http -> http.get("/api/v1/products?limit=24&sort=#{sort}"));

    /** For {@code #{words}}. */
    public static final ChainBuilder SEARCH =
            Step.named("search", 200)
                    .of(http -> http.get("/api/v1/search?limit=24").queryParam("q", "#{words}"));

    /** What is proposed while {@code #{words}} are being typed. */
    public static final ChainBuilder SUGGESTIONS =
            Step.named("suggestions", 200)
                    .of(http -> http.get("/api/v1/search/suggest").queryParam("q", "#{words}"));

    /** An address that the gateway knows nothing of: what a request costs at the least. */
    public static final ChainBuilder EMPTY_ROUTE =
            Step.named("empty route", 404).of(http -> http.get("/api/v1/nothing-is-here"));

    private CatalogEndpoints() {}
}
