package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Decisions of the inventory on one SKU; needs a manager's token. */
public final class ReserveSimulation extends ShopSimulation {
    {
        run("reserve", Journeys.RESERVE_HOT_SKU, Protocol.ofBuyer(), Objective.NOTHING_FAILS);
    }
}
