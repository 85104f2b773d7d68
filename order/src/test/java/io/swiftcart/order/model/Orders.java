package io.swiftcart.order.model;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.order.model.OneOrder.Facts;
import io.swiftcart.order.model.OneOrder.Hold;
import io.swiftcart.order.model.OneOrder.Purse;
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** The orders that the model plays with: each wants one lamp and one rug. */
final class Orders {
    private static final Currency USD = Currency.getInstance("USD");
    private static final List<OrderLine> LINES =
            List.of(
                    OrderLine.of("SKU-1", "Lamp", 1, new Money(1299, USD)),
                    OrderLine.of("SKU-2", "Rug", 1, new Money(4900, USD)));

    private Orders() {}

    static OneOrder placed(int number) {
        Order order =
                Order.placed(
                        new OrderId(new UUID(7, number)),
                        "customer",
                        LINES,
                        Totals.of(LINES, USD),
                        "pm_card_visa",
                        Instant.parse("2026-11-20T12:00:00Z"));
        return new OneOrder(
                Checkout.begin(order).next(),
                false,
                List.of(),
                List.of(),
                Hold.NONE,
                Purse.EMPTY,
                Facts.NONE);
    }

    static String name(int number) {
        return "order " + (char) ('A' + number);
    }
}
