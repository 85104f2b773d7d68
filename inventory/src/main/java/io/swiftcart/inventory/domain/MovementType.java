package io.swiftcart.inventory.domain;

/** Why stock moved. */
public enum MovementType {
    /** Units came into the house. */
    RECEIVED,
    /** A count or a correction. */
    ADJUSTED,
    /** Kept for an order. */
    RESERVED,
    /** No longer kept, because the order gave them up. */
    RELEASED,
    /** No longer kept, because the hold's time was over. */
    EXPIRED,
    /** Sold. */
    COMMITTED,
    /** Sold, and put back because the order came to nothing. */
    RETURNED
}
