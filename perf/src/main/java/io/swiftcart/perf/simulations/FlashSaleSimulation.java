package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Everybody buys the same SKU; needs a token. */
public final class FlashSaleSimulation extends ShopSimulation {
    {
        run("flash sale", Journeys.BUY_HOT_SKU, Protocol.ofBuyer(), Objective.NOTHING_FAILS);
    }
}
