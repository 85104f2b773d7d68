package io.swiftcart.cart.storage;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Product;
import java.util.Collection;
import java.util.Set;

/** The cart's own view of products. It can be lost, and is then read from its topic again. */
public interface ProductStore {

    /** Takes over a product's state unless a later one is known. */
    Uni<Void> keep(Product product);

    /** Takes a product out of sale for good. */
    Uni<Void> forget(String sku);

    /** Which of these parts of the topic this view does not hold. */
    Uni<Set<String>> unread(Collection<String> parts);

    /** Notes that a part is being read: what is not known until then may be in it. */
    Uni<Void> noteReading(String part);

    /** Notes that the view holds this part. */
    Uni<Void> noteRead(String part);
}
