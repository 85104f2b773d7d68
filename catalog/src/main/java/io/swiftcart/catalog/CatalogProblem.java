package io.swiftcart.catalog;

import io.swiftcart.platform.problem.ProblemCode;

/** The problems that only the catalogue knows. None goes away by repeating the request. */
public enum CatalogProblem implements ProblemCode {
    ALREADY_REVIEWED("already-reviewed", 409, "The caller has reviewed the product before."),
    CATEGORY_CYCLE("category-cycle", 409, "A category cannot hang below itself."),
    CATEGORY_IN_USE("category-in-use", 409, "Products or other categories hang on the category."),
    CATEGORY_TOO_DEEP("category-too-deep", 409, "The category would hang too deep in the tree."),
    NOT_BOUGHT("not-bought", 403, "Only buyers review a product."),
    SKU_TAKEN("sku-taken", 409, "Another product has this SKU."),
    SLUG_TAKEN("slug-taken", 409, "Another category has this slug."),
    UNKNOWN_CATEGORY(
            "unknown-category", 422, "The category that the request names does not exist.");

    private final String code;
    private final int status;
    private final String title;

    CatalogProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
