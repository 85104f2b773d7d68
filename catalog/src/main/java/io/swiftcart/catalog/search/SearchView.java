package io.swiftcart.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.page.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, and the facets of the whole.
 *
 * @param nextCursor where the next page begins; null on the last one
 */
@Schema(name = "SearchResult")
@RegisterForReflection(registerFullHierarchy = true)
record SearchView(
        List<ProductView> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
                @Nullable String nextCursor,
        FacetsView facets) {

    static SearchView of(Page<ProductView> page, FacetsView facets) {
        return new SearchView(page.items(), page.nextCursor(), facets);
    }
}
