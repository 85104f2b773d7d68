package io.swiftcart.stack.sandbox.ledger;

/**
 * The answer given under an idempotency key. {@code fingerprint} identifies the request's path and
 * parameters, {@code at} is the epoch second it was given.
 */
public record Reply(String key, String fingerprint, int status, String body, long at) {}
