package io.swiftcart.order.domain;

/** The captured payment of an order: the provider's name and the provider's id of the payment. */
public record Payment(String provider, String paymentId) {}
