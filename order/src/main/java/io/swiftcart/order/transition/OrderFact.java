package io.swiftcart.order.transition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Payment;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of the facts {@code orders.created|confirmed|failed|cancelled|refunded.v1}, keyed by
 * order id. Amounts are in the minor unit. No name, e-mail, phone or address: whoever needs them
 * asks for them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
public record OrderFact(
        UUID eventId,
        String eventType,
        Instant occurredAt,
        Body order,
        @Nullable Paid payment,
        @Nullable Refunded refund,
        @Nullable String reason) {

    /** The order at the version that this fact is about; of a guest there is no user. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(
            UUID orderId,
            String orderNumber,
            int version,
            @Nullable String userId,
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

    /** What was given back this time. */
    public record Refunded(UUID refundId, long amount, String reason) {}

    /** What can become of an order; its name is part of topic and type. */
    public enum Kind {
        CREATED,
        CONFIRMED,
        FAILED,
        CANCELLED,
        REFUNDED;

        /** The type of the payload, and of the entry in the history: {@code OrderCreated}. */
        public String type() {
            return "Order" + name().charAt(0) + lowerCase().substring(1);
        }

        private String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fact that the order has reached its version. */
    public static Fact of(Kind kind, Order order) {
        return of(kind, order, null);
    }

    /** The fact that part or all of the order's payment was given back. */
    public static Fact refunded(Order order, Refunded refund) {
        return of(Kind.REFUNDED, order, refund);
    }

    private static Fact of(Kind kind, Order order, @Nullable Refunded refund) {
        UUID id = Ids.next();
        String topic = "orders." + kind.lowerCase() + ".v1";
        return new Fact(
                id,
                topic,
                order.id().toString(),
                "io.swiftcart." + topic,
                order.number(),
                order.updatedAt(),
                new OrderFact(
                        id,
                        kind.type(),
                        order.updatedAt(),
                        body(order),
                        paid(order),
                        refund,
                        order.failureReason()));
    }

    private static @Nullable Paid paid(Order order) {
        Payment payment = order.payment();
        return payment == null
                ? null
                : new Paid(
                        payment.provider(),
                        payment.paymentId(),
                        order.paymentStatus().name().toLowerCase(Locale.ROOT));
    }

    private static Body body(Order order) {
        return new Body(
                order.id().value(),
                order.number(),
                order.version(),
                order.isOfGuest() ? null : order.customerId(),
                order.lines().stream().map(Item::from).toList(),
                order.totals().subtotal().minorUnits(),
                order.totals().discount().minorUnits(),
                order.totals().shipping().minorUnits(),
                order.totals().tax().minorUnits(),
                order.totals().total().minorUnits(),
                order.totals().total().currency().getCurrencyCode());
    }
}
