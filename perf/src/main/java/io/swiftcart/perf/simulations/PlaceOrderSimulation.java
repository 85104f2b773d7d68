package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Orders of an API client; needs a token. */
public final class PlaceOrderSimulation extends ShopSimulation {
    {
        run(
                "place order",
                Journeys.PLACE_ORDER,
                Protocol.ofBuyer(),
                Objective.CREATE_ORDER_P99_BELOW_200_MS,
                Objective.NOTHING_FAILS);
    }
}
