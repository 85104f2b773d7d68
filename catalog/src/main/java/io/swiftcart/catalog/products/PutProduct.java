package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.products.ProductRepository.Draft;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Adds a product, or replaces the one with its SKU whoever has changed it last; tells of it. */
@ApplicationScoped
public class PutProduct {
    private final ProductRepository products;
    private final Outbox outbox;

    PutProduct(ProductRepository products, Outbox outbox) {
        this.products = products;
        this.outbox = outbox;
    }

    /**
     * The product as it then stands, version 1 when it is new; within the transaction of {@code
     * tx}. Fails with the problems of adding and changing.
     */
    public Uni<ProductView> in(SqlConnection tx, ProductRequest request) {
        Draft added = AddProduct.draft(request);
        return products.lockBySku(tx, added.sku())
                .chain(
                        known ->
                                known.isEmpty()
                                        ? products.add(tx, added)
                                        : products.change(
                                                tx,
                                                ChangeProduct.draft(
                                                        known.get(),
                                                        known.get().version(),
                                                        request)))
                .call(product -> outbox.add(tx, List.of(ProductChanged.about(product))));
    }
}
