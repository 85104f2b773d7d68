package io.swiftcart.order.neighbours;

/** Payment says that its provider cannot be reached, and that nothing was sent there. */
class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSent() {
        super("payment has sent nothing to its provider", null, false, false);
    }
}
