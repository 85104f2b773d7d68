package io.swiftcart.perf.groups;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;

import io.gatling.javaapi.core.ChainBuilder;
import io.swiftcart.perf.config.Feeders;
import io.swiftcart.perf.config.Settings;
import io.swiftcart.perf.endpoints.CartEndpoints;
import io.swiftcart.perf.endpoints.CatalogEndpoints;
import io.swiftcart.perf.endpoints.CheckoutEndpoints;
import io.swiftcart.perf.endpoints.InventoryEndpoints;
import io.swiftcart.perf.endpoints.OrderEndpoints;
import java.time.Duration;

/** The journeys of the shop. A user whose step fails goes home. */
public final class Journeys {

    /** A list, then a product of it. */
    public static final ChainBuilder BROWSE =
            feed(Feeders.sorts())
                    .feed(Feeders.skus())
                    .exec(CatalogEndpoints.PRODUCT_LIST)
                    .exitHereIfFailed()
                    .exec(thinking())
                    .exec(CatalogEndpoints.PRODUCT_BY_SKU)
                    .exitHereIfFailed()
                    .exec(thinking());

    /** One product page. */
    public static final ChainBuilder LOOK_AT_PRODUCT =
            feed(Feeders.skus()).exec(CatalogEndpoints.PRODUCT_BY_SKU).exec(thinking());

    /** Words being typed, a search, and a product. */
    public static final ChainBuilder SEARCH =
            feed(Feeders.searches())
                    .feed(Feeders.skus())
                    .exec(CatalogEndpoints.SUGGESTIONS)
                    .exec(CatalogEndpoints.SEARCH)
                    .exitHereIfFailed()
                    .exec(thinking());

    /** A cart with something in it. */
    public static final ChainBuilder FILL_CART =
            feed(Feeders.skus())
                    .exec(CartEndpoints.NEW_CART)
                    .exitHereIfFailed()
                    .exec(CartEndpoints.ADD_ITEM)
                    .exitHereIfFailed();

    /** A cart that is filled, changed and looked at. */
    public static final ChainBuilder SHOP_IN_CART =
            exec(FILL_CART).exec(CartEndpoints.CHANGE_ITEM).exec(CartEndpoints.SHOW);

    /** From an empty cart to a confirmed order, as a guest. */
    public static final ChainBuilder CHECK_OUT =
            exec(FILL_CART)
                    .feed(Feeders.keys())
                    .exec(CheckoutEndpoints.OPEN)
                    .exitHereIfFailed()
                    .exec(CheckoutEndpoints.CUSTOMER)
                    .exec(CheckoutEndpoints.SHIPPING_ADDRESS)
                    .exec(CheckoutEndpoints.SHIPPING_OPTIONS)
                    .exec(CheckoutEndpoints.SHIPPING_OPTION)
                    .exitHereIfFailed()
                    .exec(CheckoutEndpoints.COMPLETE);

    /** One order of an API client. */
    public static final ChainBuilder PLACE_ORDER =
            feed(Feeders.skus()).feed(Feeders.keys()).exec(OrderEndpoints.PLACE);

    /** One order of what everybody wants. */
    public static final ChainBuilder BUY_HOT_SKU =
            feed(Feeders.keys())
                    .exec(session -> session.set("sku", Settings.hotSku()))
                    .exec(OrderEndpoints.PLACE_OF_WHAT_IS_LEFT);

    /** One decision of the inventory on what everybody wants. */
    public static final ChainBuilder RESERVE_HOT_SKU =
            feed(Feeders.keys())
                    .exec(session -> session.set("sku", Settings.hotSku()))
                    .exec(InventoryEndpoints.RESERVE);

    private Journeys() {}

    /** Half to one and a half of the time on average, so that users do not march in step. */
    private static ChainBuilder thinking() {
        Duration average = Settings.thinkTime();
        return average.isZero()
                ? exec(session -> session)
                : pause(average.dividedBy(2), average.multipliedBy(3).dividedBy(2));
    }
}
