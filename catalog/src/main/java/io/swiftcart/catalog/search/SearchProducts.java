package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.FindBranch;
import io.swiftcart.catalog.reading.ProductFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searches what is sold: a page of it, and the facets of the whole. */
@ApplicationScoped
class SearchProducts {
    private static final SearchView NOTHING =
            new SearchView(
                    List.of(), null, new FacetsView(List.of(), List.of(), List.of(), Map.of()));

    private final ReadQuestion readQuestion;
    private final FindBranch findBranch;
    private final FindProducts findProducts;
    private final CountFacets countFacets;

    SearchProducts(
            ReadQuestion readQuestion,
            FindBranch findBranch,
            FindProducts findProducts,
            CountFacets countFacets) {
        this.readQuestion = readQuestion;
        this.findBranch = findBranch;
        this.findProducts = findProducts;
        this.countFacets = countFacets;
    }

    /**
     * Everything that is sold when nothing is asked; nothing when what is asked has no letter or
     * digit. A problem with status 400 when a parameter is wrong.
     */
    Uni<SearchView> with(
            @Nullable String typed, ProductFilter filter, List<String> attributeParameters) {
        AttributeFilter attributes = AttributeFilter.of(attributeParameters);
        if (typed == null || typed.isBlank()) {
            return found(new Question(List.of()), filter, attributes);
        }
        return readQuestion
                .of(typed)
                .chain(
                        question ->
                                question.isEmpty()
                                        ? Uni.createFrom().item(NOTHING)
                                        : found(question, filter, attributes));
    }

    private Uni<SearchView> found(
            Question question, ProductFilter filter, AttributeFilter attributes) {
        return findBranch
                .of(filter)
                .chain(
                        branch ->
                                Uni.combine()
                                        .all()
                                        .unis(
                                                findProducts.matching(
                                                        question, filter, branch, attributes),
                                                countFacets.of(
                                                        question, filter, branch, attributes))
                                        .with(SearchView::of));
    }
}
