package io.swiftcart.order.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the facts {@code orders.created|confirmed|failed.v1}, keyed by order id. Amounts are
 * in the minor unit. No name, e-mail, phone or address: whoever needs them asks for them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderFact(
        UUID eventId,
        String eventType,
        Instant occurredAt,
        Body order,
        @Nullable Paid payment,
        @Nullable String reason) {

    /** The order at the version that this fact is about. */
    public record Body(
            UUID orderId,
            String orderNumber,
            int version,
            String userId,
            List<Item> items,
            long subtotal,
            long discount,
            long shipping,
            long tax,
            long totalAmount,
            String currency) {}

    /** One line: amounts of one unit. */
    public record Item(String sku, int qty, long unitPrice) {
        static Item from(OrderLine line) {
            return new Item(line.sku(), line.qty(), line.unitPrice().minorUnits());
        }
    }

    /** What was paid, by the provider's own id. */
    public record Paid(String provider, String paymentId, String status) {}

    /**
     * The fact that the order has reached its version: {@code name} is {@code created}, {@code
     * confirmed} or {@code failed}.
     */
    public static Fact of(String name, Order order) {
        UUID id = Ids.next();
        String type = "Order" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        OrderFact payload =
                new OrderFact(
                        id,
                        type,
                        order.updatedAt(),
                        body(order),
                        paid(order.payment()),
                        order.failureReason());
        return new Fact(
                id,
                "orders." + name + ".v1",
                order.id().toString(),
                "io.swiftcart.orders." + name + ".v1",
                order.number(),
                order.updatedAt(),
                payload);
    }

    private static @Nullable Paid paid(@Nullable Payment payment) {
        return payment == null
                ? null
                : new Paid(payment.provider(), payment.paymentId(), "succeeded");
    }

    private static Body body(Order order) {
        return new Body(
                order.id().value(),
                order.number(),
                order.version(),
                order.customerId(),
                order.lines().stream().map(Item::from).toList(),
                order.totals().subtotal().minorUnits(),
                order.totals().discount().minorUnits(),
                order.totals().shipping().minorUnits(),
                order.totals().tax().minorUnits(),
                order.totals().total().minorUnits(),
                order.totals().total().currency().getCurrencyCode());
    }
}
