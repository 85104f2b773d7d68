package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Lists and product pages. */
public final class BrowseSimulation extends ShopSimulation {
    {
        run(
                "browse",
                Journeys.BROWSE,
                Protocol.ofGuest(),
                Objective.PRODUCT_PAGE_P95_BELOW_300_MS,
                Objective.LIST_P95_BELOW_300_MS);
    }
}
