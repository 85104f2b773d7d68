package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** The products that orders are priced from. */
@ApplicationScoped
public class Products {
    private final ProductRepository products;

    Products(ProductRepository products) {
        this.products = products;
    }

    /** Takes over a product's state unless a later one is known. */
    public Uni<Void> keep(Product product, long version) {
        return products.save(product, version);
    }

    /** Takes a product out for good. */
    public Uni<Void> forget(String sku) {
        return products.retire(sku);
    }

    /** The products that can be bought, by SKU; one that is unknown or no longer sold is absent. */
    public Uni<Map<String, Product>> sold(Collection<String> skus) {
        return products.find(skus)
                .invoke(found -> found.values().removeIf(product -> !product.active()));
    }
}
