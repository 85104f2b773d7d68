package io.swiftcart.order.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at one version; every transition gives the next one.
 *
 * @param version counts the transitions from 1 without a gap
 * @param customerId owner: subject of a customer's or machine client's token
 * @param paymentMethod the provider's token, never a card number
 * @param payment once captured
 * @param failureReason once failed: {@link Reason} in kebab-case
 */
public record Order(
        OrderId id,
        String number,
        String customerId,
        List<OrderLine> lines,
        Totals totals,
        String paymentMethod,
        OrderStatus status,
        PaymentStatus paymentStatus,
        @Nullable Payment payment,
        @Nullable String failureReason,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** A new order, not yet numbered: the number is given when it is stored. */
    public static Order placed(
            OrderId id,
            String customerId,
            List<OrderLine> lines,
            Totals totals,
            String paymentMethod,
            Instant now) {
        return new Order(
                id,
                "",
                customerId,
                List.copyOf(lines),
                totals,
                paymentMethod,
                OrderStatus.PENDING,
                PaymentStatus.PENDING,
                null,
                null,
                1,
                now,
                now);
    }

    /** The order under the number that the database has given it. */
    public Order numbered(String given) {
        return new Order(
                id,
                given,
                customerId,
                lines,
                totals,
                paymentMethod,
                status,
                paymentStatus,
                payment,
                failureReason,
                version,
                createdAt,
                updatedAt);
    }

    /** Paid and kept. Only a pending order can be confirmed. */
    public Order confirmed(Payment captured, Instant now) {
        return next(OrderStatus.CONFIRMED, PaymentStatus.SUCCEEDED, captured, null, now);
    }

    /** Given up, with nothing held and nothing charged. Only a pending order can fail. */
    public Order failed(Reason why, Instant now) {
        return next(OrderStatus.FAILED, unpaid(why), null, why.code(), now);
    }

    private static PaymentStatus unpaid(Reason why) {
        return switch (why) {
            case INSUFFICIENT_STOCK -> PaymentStatus.PENDING;
            case PAYMENT_DECLINED, PAYMENT_METHOD_INVALID -> PaymentStatus.FAILED;
            case PAYMENT_UNAVAILABLE, TIMED_OUT -> PaymentStatus.VOIDED;
        };
    }

    private Order next(
            OrderStatus to,
            PaymentStatus paid,
            @Nullable Payment captured,
            @Nullable String failure,
            Instant now) {
        if (status != OrderStatus.PENDING) {
            throw new IllegalStateException(
                    "Order " + id + " is " + status + " and cannot become " + to);
        }
        return new Order(
                id,
                number,
                customerId,
                lines,
                totals,
                paymentMethod,
                to,
                paid,
                captured,
                failure,
                version + 1,
                createdAt,
                now);
    }
}
