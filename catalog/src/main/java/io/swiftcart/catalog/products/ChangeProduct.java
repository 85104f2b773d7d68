package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.products.ProductRepository.Draft;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Replaces a product, if nobody has changed it in between, and tells of it. */
@ApplicationScoped
class ChangeProduct {
    private final Database database;
    private final ProductRepository products;
    private final Outbox outbox;
    private final PageCache pages;

    ChangeProduct(Database database, ProductRepository products, Outbox outbox, PageCache pages) {
        this.database = database;
        this.products = products;
        this.outbox = outbox;
        this.pages = pages;
    }

    /**
     * {@code version} is the one that the caller has read; a problem with status 412 when it is no
     * longer current.
     */
    Uni<ProductView> with(UUID id, long version, ProductRequest request) {
        return database.inTransaction(tx -> change(tx, id, version, request)).invoke(pages::show);
    }

    private Uni<ProductView> change(
            SqlConnection tx, UUID id, long version, ProductRequest request) {
        return products.lock(tx, id)
                .map(current -> draft(current, version, request))
                .chain(draft -> products.change(tx, draft))
                .call(product -> outbox.add(tx, List.of(ProductChanged.about(product))));
    }

    static Draft draft(ProductView current, long version, ProductRequest request) {
        if (current.version() != version) {
            throw ETags.stale();
        }
        if (request.sku() != null && !request.sku().equals(current.sku())) {
            throw new Problem(
                            CommonProblem.VALIDATION_FAILED, "The SKU of a product never changes.")
                    .pointing("/sku", "must be left out or stay as it is");
        }
        AttributeMeanings.check(request.attributesOrEmpty());
        String slug = request.slug() == null ? current.slug() : request.slug();
        boolean active = request.active() == null ? current.active() : request.active();
        return new Draft(current.id(), current.sku(), slug, active, request);
    }
}
