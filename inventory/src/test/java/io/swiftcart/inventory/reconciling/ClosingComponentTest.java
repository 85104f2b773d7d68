package io.swiftcart.inventory.reconciling;

import static io.swiftcart.inventory.Shelves.aSku;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Movements that are closed count by their sum. */
@QuarkusTest
class ClosingComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Less than what the clock closes by, which thus leaves the movements of a test alone. */
    private static final Duration CLOSED = Duration.ofMinutes(2);

    private static final String STOCK =
            "insert into stock (sku, on_hand, reserved, low_stock_threshold, updated_at) values ($1, $2, 0, 0, now())";

    /** A movement of so many units, so many minutes ago. */
    private static final String MOVED =
            """
            insert into movement (movement_id, sku, type, on_hand_delta, reserved_delta, occurred_at)
            values (uuidv7(make_interval(mins => -$3::integer)), $1, 'RECEIVED', $2, 0, now() - make_interval(mins => $3))
            """;

    private final ReconciliationRepository books;
    private final ClosingRepository closing;
    private final Tables tables;
    private final String sku = aSku();

    ClosingComponentTest(ReconciliationRepository books, ClosingRepository closing, Tables tables) {
        this.books = books;
        this.closing = closing;
        this.tables = tables;
    }

    @BeforeEach
    void stock_of_three_movements_one_of_them_young() {
        tables.sql(STOCK, sku, 16);
        tables.sql(MOVED, sku, 9, 8);
        tables.sql(MOVED, sku, 4, 4);
        tables.sql(MOVED, sku, 3, 1);
    }

    @Test
    void closed_and_younger_movements_make_the_whole() {
        await(closing.close(CLOSED));

        assertEquals(13, closed());
        assertEquals(List.of(), ofSku(books.skusSince(Instant.EPOCH)));
    }

    @Test
    void closing_adds_what_has_grown_old_since_and_nothing_twice() {
        await(closing.close(Duration.ofMinutes(6)));
        assertEquals(9, closed());

        await(Uni.join().all(closing.close(CLOSED), closing.close(CLOSED)).andFailFast());
        await(closing.close(CLOSED));

        assertEquals(13, closed());
        assertEquals(List.of(), ofSku(books.skusSince(Instant.EPOCH)));
    }

    @Test
    void stock_that_was_changed_behind_closed_books_is_found() {
        await(closing.close(CLOSED));

        tables.sql("update stock set on_hand = on_hand + $2 where sku = $1", sku, 5);

        List<Mismatch> found = List.of(new Mismatch(sku, null, "on-hand", "21", "16"));
        assertEquals(found, ofSku(books.skusSince(Instant.EPOCH)));
        assertEquals(found, ofSku(books.skus()));
        tables.sql("update stock set on_hand = on_hand - $2 where sku = $1", sku, 5);
    }

    @Test
    void a_closed_movement_that_was_taken_away_is_found_by_the_whole_comparison() {
        await(closing.close(CLOSED));

        tables.sql("delete from movement where sku = $1 and on_hand_delta = $2", sku, 4);

        assertEquals(List.of(new Mismatch(sku, null, "on-hand", "16", "12")), ofSku(books.skus()));
        tables.sql(MOVED, sku, 4, 4);
    }

    private int closed() {
        return tables.number("select on_hand::integer from closing where sku = $1", sku);
    }

    private List<Mismatch> ofSku(Uni<ReconciliationRepository.Comparison> comparison) {
        return await(comparison).mismatches().stream()
                .filter(mismatch -> sku.equals(mismatch.sku()))
                .toList();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
