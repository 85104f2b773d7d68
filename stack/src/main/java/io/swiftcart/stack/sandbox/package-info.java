/**
 * The payment sandbox: a process of its own that speaks the subset of Stripe's HTTP API that
 * SwiftCart uses, with a durable ledger, signed webhooks and faults that can be switched on while
 * it runs. Flow: {@code PaymentSandbox} authenticates, applies faults and idempotency keys, calls
 * {@code stripe}, which decides a change, writes it to {@code ledger}, and only then answers;
 * {@code Webhooks} tells the event afterwards. It exists for development, tests and benchmarks; in
 * production its place is taken by Stripe, and only the base address differs.
 */
@NullMarked
package io.swiftcart.stack.sandbox;

import org.jspecify.annotations.NullMarked;
