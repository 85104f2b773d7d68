package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Product pages alone. */
public final class ProductPageSimulation extends ShopSimulation {
    {
        run(
                "product pages",
                Journeys.LOOK_AT_PRODUCT,
                Protocol.ofGuest(),
                Objective.PRODUCT_PAGE_P95_BELOW_300_MS);
    }
}
