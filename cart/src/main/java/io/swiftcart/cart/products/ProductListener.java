package io.swiftcart.cart.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.storage.ProductStore;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps the view of products in step with the catalogue. */
@ApplicationScoped
class ProductListener {
    private final Consumption consumption;
    private final ProductStore products;

    ProductListener(Consumption consumption, ProductStore products) {
        this.consumption = consumption;
        this.products = products;
    }

    /** A tombstone: the SKU is gone for good. */
    @Incoming("catalog-products")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, ProductChanged.class, this::keep, products::forget);
    }

    private Uni<Void> keep(ProductChanged fact) {
        return products.keep(fact.product().toDomain());
    }
}
