/**
 * The subset of Stripe's HTTP API that SwiftCart uses, as functions from form parameters to a
 * change of the ledger: payment intents (create and confirm, capture, cancel, list, search) and
 * refunds. Parameters, statuses, errors and test tokens are Stripe's; a parameter that this subset
 * does not know is refused, so that an adapter which passes here sends nothing by accident. Nothing
 * in this package knows about sockets.
 */
@NullMarked
package io.swiftcart.stack.sandbox.stripe;

import org.jspecify.annotations.NullMarked;
