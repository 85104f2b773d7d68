package io.swiftcart.cart.domain;

/** How many units a line has that is in both carts. */
public enum MergeStrategy {
    /** Both together, at most {@link Cart#MAX_UNITS}. */
    SUM,
    /** The larger of both. */
    MAX,
    /** Those of the customer's cart. */
    KEEP;

    /** Units of the merged line. */
    public int merged(int mine, int guests) {
        return switch (this) {
            case SUM -> Math.min(mine + guests, Cart.MAX_UNITS);
            case MAX -> Math.max(mine, guests);
            case KEEP -> mine;
        };
    }
}
