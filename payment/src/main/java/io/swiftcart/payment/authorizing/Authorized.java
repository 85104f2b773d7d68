package io.swiftcart.payment.authorizing;

import io.swiftcart.payment.domain.Payment;

/**
 * The payment after it was asked for.
 *
 * @param repeated whether its outcome had been reached by an earlier request
 */
record Authorized(Payment payment, boolean repeated) {}
