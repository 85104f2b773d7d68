package io.swiftcart.perf.config;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Assertion;
import java.util.Arrays;

/** What must hold, by name. A run fails on it only with {@code -Dperf.judged=true}. */
public enum Objective {
    /** At half of saturation. */
    CREATE_ORDER_P99_BELOW_200_MS,
    CHECKOUT_P95_BELOW_500_MS,
    PRODUCT_PAGE_P95_BELOW_300_MS,
    LIST_P95_BELOW_300_MS,
    SEARCH_P95_BELOW_500_MS,
    CART_P95_BELOW_200_MS,
    NOTHING_FAILS;

    /** These objectives if the run is judged, else none. */
    public static Assertion[] judged(Objective... objectives) {
        return Settings.judged()
                ? Arrays.stream(objectives).map(Objective::assertion).toArray(Assertion[]::new)
                : new Assertion[0];
    }

    private Assertion assertion() {
        return switch (this) {
            case CREATE_ORDER_P99_BELOW_200_MS -> millis("place order", 99, 200);
            case CHECKOUT_P95_BELOW_500_MS -> millis("complete checkout", 95, 500);
            case PRODUCT_PAGE_P95_BELOW_300_MS -> millis("product page", 95, 300);
            case LIST_P95_BELOW_300_MS -> millis("product list", 95, 300);
            case SEARCH_P95_BELOW_500_MS -> millis("search", 95, 500);
            case CART_P95_BELOW_200_MS -> millis("add to cart", 95, 200);
            case NOTHING_FAILS -> global().failedRequests().percent().lte(0.1);
        };
    }

    private static Assertion millis(String step, double percentile, int below) {
        return details(step).responseTime().percentile(percentile).lt(below);
    }
}
