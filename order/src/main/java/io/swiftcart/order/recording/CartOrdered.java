package io.swiftcart.order.recording;

/**
 * Another session has ordered the same content of the cart; the transaction has to be rolled back.
 */
public final class CartOrdered extends RuntimeException {
    private static final long serialVersionUID = 1;
}
