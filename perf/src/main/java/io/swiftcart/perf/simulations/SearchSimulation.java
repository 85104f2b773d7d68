package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Suggestions and searches. */
public final class SearchSimulation extends ShopSimulation {
    {
        run("search", Journeys.SEARCH, Protocol.ofGuest(), Objective.SEARCH_P95_BELOW_500_MS);
    }
}
