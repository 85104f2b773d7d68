package io.swiftcart.cart.storage;

/** Where carts live. */
enum Storage {
    REDIS,
    /** Forgotten with the process: for tests. */
    IN_MEMORY
}
