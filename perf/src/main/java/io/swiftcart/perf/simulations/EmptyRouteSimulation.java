package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.endpoints.CatalogEndpoints;

/** An address that does not exist: what the gateway and the load generator can do at most. */
public final class EmptyRouteSimulation extends ShopSimulation {
    {
        run("empty route", CatalogEndpoints.EMPTY_ROUTE, Protocol.ofGuest());
    }
}
