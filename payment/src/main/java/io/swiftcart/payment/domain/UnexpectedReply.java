package io.swiftcart.payment.domain;

/**
 * The provider answered with something that this step cannot lead to: a defect, never a caller's
 * mistake.
 */
public final class UnexpectedReply extends RuntimeException {

    UnexpectedReply(Operation operation, ProviderReply reply) {
        super("Unexpected " + reply.getClass().getSimpleName() + " to " + operation);
    }
}
