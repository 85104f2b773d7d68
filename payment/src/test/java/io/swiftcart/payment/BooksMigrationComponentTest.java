package io.swiftcart.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The books begin with what was paid before there were any. */
@QuarkusTest
class BooksMigrationComponentTest {

    /**
     * Captured at once and refunded twice; captured later; captured by a void that came too late.
     */
    private static final String PAID_BEFORE =
            """
            insert into payment (payment_id, order_id, status, amount, currency, payment_method, capture, captured_amount,
                                 refunded_amount, provider, version, created_at, updated_at)
            select ('00000000-0000-0000-0000-00000000000' || n)::uuid, gen_random_uuid(), 'SUCCEEDED', 100, 'USD', 'pm', true,
                   case when n < 4 then 100 else 0 end, case when n = 1 then 30 else 0 end, 'stripe', 1, now(), now()
            from generate_series(1, 4) n;
            insert into attempt (attempt_id, payment_id, operation, status, amount, asks, started_at, asked_at, finished_at,
                                 failure_reason)
            select gen_random_uuid(), ('00000000-0000-0000-0000-00000000000' || n)::uuid, operation, status, amount, 1,
                   now(), now(), now(), reason
            from (values (1, 'AUTHORIZE', 'SUCCEEDED', 100, null), (1, 'REFUND', 'SUCCEEDED', 10, null),
                         (1, 'REFUND', 'FAILED', 15, 'refused'), (1, 'REFUND', 'SUCCEEDED', 20, null),
                         (2, 'AUTHORIZE', 'SUCCEEDED', 100, null), (2, 'CAPTURE', 'FAILED', 100, 'x'),
                         (2, 'CAPTURE', 'SUCCEEDED', 100, null),
                         (3, 'AUTHORIZE', 'SUCCEEDED', 100, null), (3, 'VOID', 'FAILED', 100, 'captured'),
                         (4, 'AUTHORIZE', 'SUCCEEDED', 100, null)) as tried(n, operation, status, amount, reason);
            """;

    private static final String BOOKED =
            """
            select right(payment_id::text, 1) || ' ' || operation || ' ' || side || ' ' || account || ' ' || e.amount
            from ledger_entry e join attempt using (attempt_id, payment_id)
            order by e.payment_id, operation, e.amount, side desc
            """;

    @Inject Database database;

    @Test
    void payments_from_before_the_books_are_booked() {
        List<String> booked =
                database.pool()
                        .withConnection(this::migrate)
                        .await()
                        .atMost(Duration.ofSeconds(20));

        assertEquals(
                List.of(
                        "1 AUTHORIZE DEBIT provider_receivable 100",
                        "1 AUTHORIZE CREDIT customer_funds 100",
                        "1 REFUND DEBIT refunds 10",
                        "1 REFUND CREDIT provider_receivable 10",
                        "1 REFUND DEBIT refunds 20",
                        "1 REFUND CREDIT provider_receivable 20",
                        "2 CAPTURE DEBIT provider_receivable 100",
                        "2 CAPTURE CREDIT customer_funds 100",
                        "3 VOID DEBIT provider_receivable 100",
                        "3 VOID CREDIT customer_funds 100"),
                booked);
    }

    private Uni<List<String>> migrate(SqlConnection connection) {
        String before = "create schema before_books; set search_path to before_books; ";
        return connection
                .query(before + script("V1__payment.sql") + PAID_BEFORE)
                .execute()
                .chain(() -> connection.query(script("V2__ledger.sql")).execute())
                .chain(() -> connection.query(BOOKED).execute())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getString(0))
                                        .toList())
                .call(
                        () ->
                                connection
                                        .query(
                                                "reset search_path; drop schema before_books"
                                                        + " cascade")
                                        .execute());
    }

    private static String script(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        Thread.currentThread()
                                .getContextClassLoader()
                                .getResourceAsStream("db/migration/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
