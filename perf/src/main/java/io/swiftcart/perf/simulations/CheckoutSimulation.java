package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Guests, from an empty cart to a confirmed order. */
public final class CheckoutSimulation extends ShopSimulation {
    {
        run(
                "checkout",
                Journeys.CHECK_OUT,
                Protocol.ofGuest(),
                Objective.CHECKOUT_P95_BELOW_500_MS,
                Objective.NOTHING_FAILS);
    }
}
