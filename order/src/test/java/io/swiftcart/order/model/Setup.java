package io.swiftcart.order.model;

import java.util.Set;

/**
 * What is explored: this many orders that all want the one unit of each SKU, under these faults,
 * with these changes to the protocol.
 */
record Setup(int orders, Faults faults, Set<Planted> planted) {

    static Setup of(int orders, Faults faults) {
        return new Setup(orders, faults, Set.of());
    }

    Setup with(Planted bug) {
        return new Setup(orders, faults, Set.of(bug));
    }

    boolean has(Planted bug) {
        return planted.contains(bug);
    }
}
