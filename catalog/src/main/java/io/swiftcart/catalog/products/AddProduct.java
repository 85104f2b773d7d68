package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.domain.Slug;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.products.ProductRepository.Draft;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Adds a product and tells of it. */
@ApplicationScoped
class AddProduct {
    private final Database database;
    private final ProductRepository products;
    private final Outbox outbox;
    private final PageCache pages;

    AddProduct(Database database, ProductRepository products, Outbox outbox, PageCache pages) {
        this.database = database;
        this.products = products;
        this.outbox = outbox;
        this.pages = pages;
    }

    Uni<ProductView> with(ProductRequest request) {
        Draft draft = draft(request);
        return database.inTransaction(tx -> add(tx, draft)).invoke(pages::show);
    }

    private Uni<ProductView> add(SqlConnection tx, Draft draft) {
        return products.add(tx, draft)
                .call(product -> outbox.add(tx, List.of(ProductChanged.about(product))));
    }

    static Draft draft(ProductRequest request) {
        String sku = request.sku();
        if (sku == null) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "A new product needs a SKU.")
                    .pointing("/sku", "must not be null");
        }
        AttributeMeanings.check(request.attributesOrEmpty());
        String slug =
                request.slug() == null
                        ? Slug.of(request.name(), sku.toLowerCase(Locale.ROOT))
                        : request.slug();
        return new Draft(
                Ids.next(), sku, slug, request.active() == null || request.active(), request);
    }
}
