package io.swiftcart.gateway.admission;

/** The mean of all figures, and from the 32nd on of about the last 32. */
final class Mean {
    private static final int SPAN = 32;

    private double value;
    private int figures;

    void add(double latest) {
        figures = Math.min(figures + 1, SPAN);
        value += (latest - value) / figures;
    }

    double value() {
        return value;
    }

    /** Whether it is the mean of as many as it spans. */
    boolean isWhole() {
        return figures == SPAN;
    }
}
