package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Takes a product out of sale for good or for a while, and tells of it once; the row and its SKU
 * stay.
 */
@ApplicationScoped
class WithdrawProduct {
    private final Database database;
    private final ProductRepository products;
    private final Outbox outbox;
    private final PageCache pages;

    WithdrawProduct(Database database, ProductRepository products, Outbox outbox, PageCache pages) {
        this.database = database;
        this.products = products;
        this.outbox = outbox;
        this.pages = pages;
    }

    /** Idempotent: a product that is withdrawn already stays so, and nothing is told. */
    Uni<Void> with(UUID id) {
        return database.inTransaction(
                        tx -> products.lock(tx, id).chain(current -> withdraw(tx, current)))
                .invoke(pages::show)
                .replaceWithVoid();
    }

    private Uni<ProductView> withdraw(SqlConnection tx, ProductView current) {
        if (!current.active()) {
            return Uni.createFrom().item(current);
        }
        return products.withdraw(tx, current.id())
                .call(product -> outbox.add(tx, List.of(ProductChanged.about(product))));
    }
}
