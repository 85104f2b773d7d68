package io.swiftcart.order.products;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** Finds products to price an order from. */
@ApplicationScoped
public class Products {
    private final ProductRepository products;

    Products(ProductRepository products) {
        this.products = products;
    }

    /** The products that can be bought, by SKU; one that is unknown or no longer sold is absent. */
    public Uni<Map<String, Product>> sold(Collection<String> skus) {
        return products.find(skus)
                .invoke(found -> found.values().removeIf(product -> !product.active()));
    }
}
