package io.swiftcart.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.notification.deliveries.Note;
import io.swiftcart.platform.database.Database;
import io.swiftcart.stack.testing.Mails;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas work off one table, and any of them may die at any moment. */
@QuarkusTest
class ReplicasComponentTest {
    /** Far away, so that the service under test leaves these deliveries to the test. */
    private static final Instant THEN = Instant.parse("2100-01-01T00:00:00Z");

    private static final Instant LEASE_END = THEN.plus(Duration.ofMinutes(1));

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final UUID orderId = UUID.randomUUID();
    private final Books books;
    private final Database database;
    private final Deliveries deliveries;

    ReplicasComponentTest(Books books, Database database, Deliveries deliveries) {
        this.books = books;
        this.database = database;
        this.deliveries = deliveries;
    }

    @BeforeEach
    void nothing_else_is_due() {
        books.run("delete from delivery where status = 'DUE'");
    }

    @Test
    void what_is_due_is_taken_by_one_replica_alone() {
        List<UUID> noted = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            noted.add(UUID.randomUUID());
            note(noted.getLast());
        }

        List<Uni<List<Delivery>>> replicas = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            replicas.add(deliveries.take(database.pool(), THEN, LEASE_END, 8));
        }
        List<UUID> taken =
                now(Uni.join().all(replicas).andFailFast()).stream()
                        .flatMap(List::stream)
                        .map(Delivery::orderId)
                        .toList();

        assertEquals(noted.stream().sorted().toList(), taken.stream().sorted().toList());
    }

    @Test
    void what_a_dead_replica_had_taken_is_due_again_at_the_end_of_its_lease() {
        note(orderId);
        assertEquals(1, take(THEN, LEASE_END).attempts());

        assertEquals(
                List.of(),
                now(deliveries.take(database.pool(), LEASE_END.minusMillis(1), LEASE_END, 8)));
        assertEquals(2, take(LEASE_END, LEASE_END.plusSeconds(60)).attempts());
    }

    @Test
    void a_replica_that_comes_late_does_not_change_what_another_has_settled() {
        note(orderId);
        Delivery late = take(THEN, LEASE_END);
        Delivery next = take(LEASE_END, LEASE_END.plusSeconds(60));

        now(deliveries.postpone(database.pool(), late, "late", THEN));
        assertEquals("null", books.text("last_error", orderId));
        now(deliveries.sent(database.pool(), next, LEASE_END));
        now(deliveries.failed(database.pool(), late, "late", LEASE_END));
        now(deliveries.postpone(database.pool(), late, "late", THEN));

        assertEquals("SENT", books.text("status", orderId));
        assertEquals("", books.text("last_error", orderId));
    }

    @Test
    void a_crash_between_sending_and_noting_sends_again_under_the_same_id() {
        String address = orderId + "@example.com";
        OrderService.knows(orderId, address, "Alice");
        Telling.confirmed(orderId).publish();
        books.awaitStatus(orderId, "SENT");

        books.run(
                "update delivery set status = 'DUE', settled_at = null, due_at = now() where order_id = $1",
                orderId);

        await().atMost(Books.PATIENCE).until(() -> Mails.to(address).size() == 2);
        books.awaitStatus(orderId, "SENT");
        assertEquals(
                List.of("<" + orderId + ".confirmed@swiftcart>"),
                Mails.to(address).stream().map(Mails.Mail::messageId).distinct().toList());
    }

    private void note(UUID order) {
        JsonObject content = JsonObject.of("orderNumber", Telling.NUMBER, "items", new JsonArray());
        Note note = new Note(UUID.randomUUID(), order, Kind.CONFIRMED, content, "corr", TRACE);
        now(deliveries.note(database.pool(), note, THEN));
    }

    private Delivery take(Instant at, Instant leaseUntil) {
        return now(deliveries.take(database.pool(), at, leaseUntil, 8)).getFirst();
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Books.PATIENCE);
    }
}
