package io.swiftcart.perf.endpoints;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.ChainBuilder;
import io.swiftcart.perf.outcomes.Step;

/** Carts of guests. */
public final class CartEndpoints {

    /** Leaves {@code cartId}. */
    public static final ChainBuilder NEW_CART =
            Step.named("new cart", 201)
                    .of(
                            http -> http.post("/api/v1/carts").body(StringBody("{}")).asJson(),
                            jsonPath("$.cartId").saveAs("cartId"));

    /** One of {@code #{sku}}. */
    public static final ChainBuilder ADD_ITEM =
            Step.named("add to cart", 200, 201)
                    .of(
                            http ->
                                    http.post("/api/v1/carts/#{cartId}/items")
                                            .body(StringBody("{\"sku\":\"#{sku}\",\"qty\":1}"))
                                            .asJson());

    /** Two of {@code #{sku}} instead of one. */
    public static final ChainBuilder CHANGE_ITEM =
            Step.named("change cart", 200)
                    .of(
                            http ->
                                    http.put("/api/v1/carts/#{cartId}/items/#{sku}")
                                            .body(StringBody("{\"qty\":2}"))
                                            .asJson());

    /** The cart as it is now. */
    public static final ChainBuilder SHOW =
            Step.named("show cart", 200).of(http -> http.get("/api/v1/carts/#{cartId}"));

    private CartEndpoints() {}
}
