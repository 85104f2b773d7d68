package io.swiftcart.payment.settling;

import io.swiftcart.payment.domain.Attempt;
import io.swiftcart.payment.domain.Operation;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.domain.PaymentMethod;
import io.swiftcart.payment.domain.Terms;
import io.swiftcart.platform.money.Money;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads payments from rows that join a payment with its attempts, and lays them out by column for
 * statements.
 */
final class PaymentRows {

    /** Columns of {@code payment p left join attempt a}. */
    static final String COLUMNS =
            """
            p.payment_id, p.order_id, p.tombstone, p.status, p.amount, p.currency, p.payment_method, p.capture, \
            p.captured_amount, p.refunded_amount, p.provider, p.provider_payment_id, p.failure_reason, \
            p.closed_reason, p.version, p.created_at, p.updated_at, \
            a.attempt_id, a.operation, a.status as attempt_status, a.amount as attempt_amount, a.caller, \
            a.request_key, a.request, a.asks, a.started_at, a.asked_at, a.finished_at, \
            a.failure_reason as attempt_reason\
            """;

    private PaymentRows() {}

    /** What the rows of one order say. */
    static OrderPayment single(RowSet<Row> rows) {
        List<OrderPayment> found = all(rows);
        return found.isEmpty() ? new OrderPayment.None() : found.getFirst();
    }

    /** Every payment; the rows of one must follow each other, attempts oldest first. */
    static List<OrderPayment> all(RowSet<Row> rows) {
        List<OrderPayment> found = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        Row previous = null;
        for (Row row : rows) {
            if (previous != null
                    && !previous.getUUID("payment_id").equals(row.getUUID("payment_id"))) {
                found.add(payment(previous, attempts));
                attempts.clear();
            }
            if (row.getUUID("attempt_id") != null) {
                attempts.add(attempt(row));
            }
            previous = row;
        }
        if (previous != null) {
            found.add(payment(previous, attempts));
        }
        return found;
    }

    /** The payment without its attempts, by column. */
    static JsonObject json(Payment payment) {
        return new JsonObject()
                .put("payment_id", payment.id().toString())
                .put("order_id", payment.orderId().toString())
                .put("status", payment.status().name())
                .put("amount", payment.terms().amount().minorUnits())
                .put("currency", payment.terms().amount().currency().getCurrencyCode())
                .put("payment_method", payment.terms().method().token())
                .put("capture", payment.terms().capture())
                .put("captured_amount", payment.captured())
                .put("refunded_amount", payment.refunded())
                .put("provider", payment.provider())
                .put("provider_payment_id", payment.providerPaymentId())
                .put("failure_reason", payment.failureReason())
                .put("closed_reason", payment.closedReason())
                .put("version", payment.version())
                .put("created_at", payment.createdAt().toString())
                .put("updated_at", payment.updatedAt().toString());
    }

    /** The attempt by column; an empty object for none. */
    static JsonObject json(@Nullable Attempt attempt) {
        JsonObject json = new JsonObject();
        if (attempt == null) {
            return json;
        }
        Attempt.Request request = attempt.request();
        if (request != null) {
            json.put("caller", request.caller())
                    .put("request_key", request.key())
                    .put("request", request.content());
        }
        Instant finishedAt = attempt.finishedAt();
        return json.put("attempt_id", attempt.id().toString())
                .put("operation", attempt.operation().name())
                .put("status", attempt.status().name())
                .put("amount", attempt.amountMinorUnits())
                .put("asks", attempt.asks())
                .put("started_at", attempt.startedAt().toString())
                .put("asked_at", attempt.askedAt().toString())
                .put("finished_at", finishedAt == null ? null : finishedAt.toString())
                .put("failure_reason", attempt.failureReason());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OrderPayment payment(Row row, List<Attempt> attempts) {
        OrderId orderId = new OrderId(row.getUUID("order_id"));
        if (row.getBoolean("tombstone")) {
            return new OrderPayment.Closed(orderId);
        }
        Money amount =
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Payment(
                new Payment.Id(row.getUUID("payment_id")),
                orderId,
                new Terms(
                        amount,
                        new PaymentMethod(row.getString("payment_method")),
                        row.getBoolean("capture")),
                Payment.Status.valueOf(row.getString("status")),
                row.getLong("captured_amount"),
                row.getLong("refunded_amount"),
                row.getString("provider"),
                row.getString("provider_payment_id"),
                row.getString("failure_reason"),
                row.getString("closed_reason"),
                List.copyOf(attempts),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Attempt attempt(Row row) {
        OffsetDateTime finishedAt = row.getOffsetDateTime("finished_at");
        return new Attempt(
                new Attempt.Id(row.getUUID("attempt_id")),
                Operation.valueOf(row.getString("operation")),
                Attempt.Status.valueOf(row.getString("attempt_status")),
                row.getLong("attempt_amount"),
                request(row),
                row.getInteger("asks"),
                instant(row, "started_at"),
                instant(row, "asked_at"),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getString("attempt_reason"));
    }

    private static Attempt.@Nullable Request request(Row row) {
        String caller = row.getString("caller");
        return caller == null
                ? null
                : new Attempt.Request(
                        caller, row.getString("request_key"), row.getString("request"));
    }

    private static Instant instant(Row row, String column) {
        return Objects.requireNonNull(row.getOffsetDateTime(column), column).toInstant();
    }
}
