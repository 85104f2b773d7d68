package io.swiftcart.neighbour.stock;

/** A class of another service. */
public final class ForeignStock {
    private ForeignStock() {}

    public static int onHand() {
        return 1;
    }
}
