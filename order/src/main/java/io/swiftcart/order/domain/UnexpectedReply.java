package io.swiftcart.order.domain;

/**
 * A neighbour answered something that cannot follow in this state: a defect, so the step is not
 * taken.
 */
public class UnexpectedReply extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnexpectedReply(Checkout state, Reply reply) {
        super(
                reply.getClass().getSimpleName()
                        + " cannot be answered in "
                        + state.getClass().getSimpleName());
    }
}
