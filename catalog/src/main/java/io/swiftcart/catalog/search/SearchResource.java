package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.ProductFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Search over HTTP, for everybody: what is sold, as everybody sees it. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
class SearchResource {
    private final SearchProducts searchProducts;
    private final SuggestNames suggestNames;

    SearchResource(SearchProducts searchProducts, SuggestNames suggestNames) {
        this.searchProducts = searchProducts;
        this.suggestNames = suggestNames;
    }

    /** What may be meant. */
    @Schema(name = "Suggestions")
    record Suggestions(List<String> items) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "searchProducts",
            summary = "Products that match words, even misspelt or begun ones, page by page",
            description =
                    "The sort relevance, best first, is the default. Facets count 10,000 matches at"
                            + " most.")
    public Uni<SearchView> search(
            @RestQuery("q") @Parameter(description = "At most 200 characters; all when left out")
                    @Nullable String q,
            @RestQuery("attribute")
                    @Parameter(
                            description =
                                    "name:value; of one name any, of several names all must fit")
                    List<String> attribute,
            @BeanParam ProductFilter filter) {
        return searchProducts.with(q, filter, attribute);
    }

    @GET
    @Path("suggest")
    @PermitAll
    @Operation(
            operationId = "suggestNames",
            summary = "At most ten names that may be meant by what is typed so far")
    public Uni<Suggestions> suggest(
            @RestQuery("q") @Parameter(description = "At most 200 characters") @Nullable String q) {
        return suggestNames.to(q).map(Suggestions::new);
    }
}
