package io.swiftcart.cart.storage;

import io.smallrye.mutiny.Uni;
import io.swiftcart.cart.domain.Cart;
import io.swiftcart.cart.domain.CartOutcome;
import io.swiftcart.cart.domain.MergeStrategy;
import io.swiftcart.cart.domain.Visitor;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * All carts. Each method is one atomic step: changes that come together are made one after the
 * other, and every answer shows content, prices and total of one moment. A change makes the cart
 * live its full time again; reading does not. Fails when the store is away.
 */
public interface CartStore {

    /** Makes an empty cart; a customer's becomes the one that {@link #readMine} finds. */
    Uni<Cart> create(String cartId, @Nullable String customerId, Currency currency);

    Uni<CartOutcome> read(String cartId, Visitor visitor);

    /** The customer's latest cart. */
    Uni<CartOutcome> readMine(String customerId);

    /** Adds units to a line, which is made if it is not there; the line keeps its notice. */
    Uni<CartOutcome> add(String cartId, Visitor visitor, String sku, int qty);

    /** Sets the units of a line, which is made if it is not there, at the price of now. */
    Uni<CartOutcome> set(String cartId, Visitor visitor, String sku, int qty);

    /** Takes a line out; without such a line nothing changes. */
    Uni<CartOutcome> remove(String cartId, Visitor visitor, String sku);

    /**
     * Puts the lines of a guest's cart into the customer's, which is made if there is none, and
     * discards the guest's.
     */
    Uni<CartOutcome> merge(String guestCartId, String customerId, MergeStrategy strategy);

    /** Keeps the cart alive at least until then; an earlier time changes nothing. */
    Uni<CartOutcome> beginCheckout(String cartId, Instant until);

    /** Discards the cart, only with this version where one is given. */
    Uni<CartOutcome> discard(String cartId, Visitor visitor, @Nullable Long version);

    /** Fails unless the store answers. */
    Uni<Void> ping();
}
