package io.swiftcart.perf.config;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Assertion;
import java.util.Arrays;

/** What must hold, by name. A run fails on it only with {@code -Dperf.judged=true}. */
public enum Objective {
    /** At half of saturation. */
    CREATE_ORDER_P99_BELOW_200_MS(details("place order").responseTime().percentile(99).lt(200)),
    CHECKOUT_P95_BELOW_500_MS(details("complete checkout").responseTime().percentile(95).lt(500)),
    PRODUCT_PAGE_P95_BELOW_300_MS(details("product page").responseTime().percentile(95).lt(300)),
    LIST_P95_BELOW_300_MS(details("product list").responseTime().percentile(95).lt(300)),
    SEARCH_P95_BELOW_500_MS(details("search").responseTime().percentile(95).lt(500)),
    CART_P95_BELOW_200_MS(details("add to cart").responseTime().percentile(95).lt(200)),
    NOTHING_FAILS(global().failedRequests().percent().lte(0.1));

    private final Assertion assertion;

    Objective(Assertion assertion) {
        this.assertion = assertion;
    }

    /** These objectives if the run is judged, else none. */
    public static Assertion[] judged(Objective... objectives) {
        return Settings.judged()
                ? Arrays.stream(objectives).map(each -> each.assertion).toArray(Assertion[]::new)
                : new Assertion[0];
    }
}
