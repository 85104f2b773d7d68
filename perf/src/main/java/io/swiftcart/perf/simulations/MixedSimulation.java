package io.swiftcart.perf.simulations;

import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.swiftcart.perf.config.Objective;
import io.swiftcart.perf.config.Profile;
import io.swiftcart.perf.config.Protocol;
import io.swiftcart.perf.groups.Journeys;
import java.util.List;

/**
 * A day in the shop: of 100 who come, 60 browse, 20 search, 10 fill a cart, 5 check out and 5 order
 * by API.
 */
public final class MixedSimulation extends ShopSimulation {
    {
        run(
                List.of(
                        Profile.part(scenario("browse").exec(Journeys.BROWSE), 0.60),
                        Profile.part(scenario("search").exec(Journeys.SEARCH), 0.20),
                        Profile.part(scenario("cart").exec(Journeys.SHOP_IN_CART), 0.10),
                        Profile.part(scenario("checkout").exec(Journeys.CHECK_OUT), 0.05),
                        Profile.part(scenario("order").exec(Journeys.PLACE_ORDER), 0.05)),
                Protocol.ofBuyer(),
                Objective.CHECKOUT_P95_BELOW_500_MS,
                Objective.PRODUCT_PAGE_P95_BELOW_300_MS,
                Objective.NOTHING_FAILS);
    }
}
