package io.swiftcart.order.domain;

import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order at one version; every transition gives the next one.
 *
 * @param version counts the transitions from 1 without a gap
 * @param customerId owner: subject of a customer's or machine client's token; of a guest's order a
 *     name that no token has
 * @param paymentMethod the provider's token, never a card number
 * @param payment once captured
 * @param refunded what was given back of the captured payment
 * @param failureReason once failed or cancelled: {@link Reason} in kebab-case
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
        Money refunded,
        @Nullable String failureReason,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    private static final String GUEST = "guest:";

    /** The owner of a guest's order. */
    public static String guest(OrderId id) {
        return GUEST + id;
    }

    /** Whether nobody but the bearer of its token owns it. */
    public boolean isOfGuest() {
        return customerId.startsWith(GUEST);
    }

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
                Money.zero(totals.total().currency()),
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
                refunded,
                failureReason,
                version,
                createdAt,
                updatedAt);
    }

    /** Paid and kept. Only a pending order can be confirmed. */
    public Order confirmed(Payment captured, Instant now) {
        require(status == OrderStatus.PENDING, "cannot be confirmed");
        return next(OrderStatus.CONFIRMED, PaymentStatus.SUCCEEDED, captured, refunded, null, now);
    }

    /** Given up, with nothing held and nothing charged. Only a pending order can fail. */
    public Order failed(Reason why, Instant now) {
        require(status == OrderStatus.PENDING, "cannot fail");
        return next(OrderStatus.FAILED, unpaid(why), null, refunded, why.code(), now);
    }

    /** Taken back, with whatever was paid given back. Only before it is shipped. */
    public Order cancelled(Instant now) {
        require(
                status == OrderStatus.PENDING || status == OrderStatus.CONFIRMED,
                "cannot be cancelled");
        boolean paid = payment != null;
        return next(
                OrderStatus.CANCELLED,
                paid ? PaymentStatus.REFUNDED : PaymentStatus.VOIDED,
                payment,
                paid ? totals.total() : refunded,
                Reason.CANCELLED.code(),
                now);
    }

    /**
     * Part or all of the payment given back; the order stands as it did.
     *
     * @param altogether what has been given back by now, this time included
     */
    public Order refunded(Money altogether, Instant now) {
        require(payment != null, "was not paid");
        return next(
                status,
                altogether.equals(totals.total())
                        ? PaymentStatus.REFUNDED
                        : PaymentStatus.PARTIALLY_REFUNDED,
                payment,
                altogether,
                failureReason,
                now);
    }

    private static PaymentStatus unpaid(Reason why) {
        return switch (why) {
            case INSUFFICIENT_STOCK -> PaymentStatus.PENDING;
            case PAYMENT_DECLINED, PAYMENT_METHOD_INVALID -> PaymentStatus.FAILED;
            case PAYMENT_UNAVAILABLE, TIMED_OUT, GIVEN_UP, CANCELLED -> PaymentStatus.VOIDED;
        };
    }

    private void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new IllegalStateException("Order " + id + " is " + status + " and " + otherwise);
        }
    }

    private Order next(
            OrderStatus to,
            PaymentStatus paid,
            @Nullable Payment captured,
            Money givenBack,
            @Nullable String failure,
            Instant now) {
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
                givenBack,
                failure,
                version + 1,
                createdAt,
                now);
    }
}
