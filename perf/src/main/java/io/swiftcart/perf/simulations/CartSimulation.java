package io.swiftcart.perf.simulations;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;

/** Carts that are filled and changed. */
public final class CartSimulation extends ShopSimulation {
    {
        run("cart", Journeys.SHOP_IN_CART, Protocol.ofGuest(), Objective.CART_P95_BELOW_200_MS);
    }
}
