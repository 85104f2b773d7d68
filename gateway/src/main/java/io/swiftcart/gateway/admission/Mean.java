package io.swiftcart.gateway.admission;

/** A mean in which the latest figure has the weight of a 32nd. */
final class Mean {
    private static final double LATEST = 1.0 / 32;

    private double value;

    Mean(double first) {
        this.value = first;
    }

    void add(double latest) {
        value += (latest - value) * LATEST;
    }

    double value() {
        return value;
    }
}
