package io.swiftcart.order.domain;

/**
 * Where an order stands: {@code PENDING → CONFIRMED → FULFILLED → COMPLETED}, or {@code FAILED},
 * {@code CANCELLED}.
 */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    FULFILLED,
    COMPLETED,
    FAILED,
    CANCELLED
}
