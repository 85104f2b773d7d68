package io.swiftcart.stack.sandbox.ledger;

/**
 * Something the provider tells its customer by webhook. {@code body} is the JSON that is signed and
 * sent, byte for byte the same at every delivery; {@code subject} is the intent it is about.
 */
public record Event(String id, String type, String subject, String body) {}
