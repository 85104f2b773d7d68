/**
 * What the payment sandbox knows: intents, refunds, events and the replies given under each
 * idempotency key. One change is one line of an append-only journal, flushed to disk before anyone
 * is answered, so the ledger survives {@code kill -9} and can serve as the outside truth that tests
 * compare with. Flow: {@code Ledger.write} computes a change under one lock, applies it, appends
 * it, and returns when it is on disk.
 */
@NullMarked
package io.swiftcart.stack.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
