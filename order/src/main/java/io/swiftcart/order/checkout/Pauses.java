package io.swiftcart.order.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long to leave a neighbour alone that has not answered: 1 s after the first time, 10 s at
 * most.
 */
@ApplicationScoped
public class Pauses {
    private static final int DOUBLINGS_MAX = 6;
    private static final int LONGEST = 20;

    private final Duration unit;

    Pauses(@ConfigProperty(name = "swiftcart.order.pause", defaultValue = "500ms") Duration unit) {
        this.unit = unit;
    }

    /** After so many attempts without an answer. */
    public Duration after(int attempts) {
        return unit.multipliedBy(Math.min(1L << Math.min(attempts, DOUBLINGS_MAX), LONGEST));
    }
}
