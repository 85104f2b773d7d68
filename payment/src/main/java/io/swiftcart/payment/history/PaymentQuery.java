package io.swiftcart.payment.history;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.payment.settling.PaymentView;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is known about payments. Orders that were closed before a payment began have none to
 * show.
 */
@ApplicationScoped
class PaymentQuery {

    private final PaymentBook book;

    PaymentQuery(PaymentBook book) {
        this.book = book;
    }

    Uni<Payment> byId(Reader reader, Payment.Id id) {
        return book.payment(reader, id);
    }

    Uni<Payment> byOrder(Reader reader, OrderId orderId) {
        return book.ofOrder(reader, orderId).map(PaymentQuery::existing);
    }

    /** One page, newest first. */
    Uni<Page<PaymentView>> page(
            Reader reader, @Nullable String status, @Nullable String cursor, Limit limit) {
        return book.newest(reader, wanted(status), before(cursor), limit.plusOne())
                .map(found -> page(found, limit));
    }

    private static Page<PaymentView> page(List<OrderPayment> found, Limit limit) {
        List<PaymentView> views =
                found.stream().map(PaymentQuery::existing).map(PaymentView::of).toList();
        return Page.of(views, limit, last -> Cursor.encode(last.paymentId()));
    }

    private static Payment existing(OrderPayment found) {
        return switch (found) {
            case Payment payment -> payment;
            case OrderPayment.None _, OrderPayment.Closed _ ->
                    throw new Problem(CommonProblem.NOT_FOUND, "There is no such payment.");
        };
    }

    private static Payment.@Nullable Status wanted(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(Payment.Status.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Problem(
                                        CommonProblem.MALFORMED_REQUEST,
                                        "status must be one of "
                                                + Arrays.toString(Payment.Status.values())
                                                + "."));
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 1);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(parts.getFirst());
        } catch (IllegalArgumentException _) {
            throw Cursor.malformed();
        }
    }
}
