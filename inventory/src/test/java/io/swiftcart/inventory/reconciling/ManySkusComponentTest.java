package io.swiftcart.inventory.reconciling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.Shelves;
import io.swiftcart.inventory.Tables;
import io.swiftcart.inventory.reconciling.ReconciliationRepository.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More SKUs than are compared or closed at once. */
@QuarkusTest
class ManySkusComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SKUS = 350;

    /** Empty shelves, but for one unit on the last that never came in. */
    private static final String STOCK =
            """
            insert into stock (sku, on_hand, reserved, low_stock_threshold, updated_at)
            select $1::text || '-' || to_char(i, 'FM000'), case i when $2::integer then 1 else 0 end, 0, 0, now()
              from generate_series(1, $2::integer) i
            """;

    private final ReconciliationRepository books;
    private final ClosingRepository closing;
    private final Tables tables;
    private final String sku = Shelves.aSku();

    ManySkusComponentTest(
            ReconciliationRepository books, ClosingRepository closing, Tables tables) {
        this.books = books;
        this.closing = closing;
        this.tables = tables;
    }

    @BeforeEach
    void stock() {
        tables.sql(STOCK, sku, SKUS);
    }

    @AfterEach
    void away() {
        tables.sql("delete from closing where sku like $1", sku + "-%");
        tables.sql("delete from stock where sku like $1", sku + "-%");
    }

    @Test
    void the_last_of_them_is_compared() {
        List<Mismatch> found = List.of(new Mismatch(sku + "-" + SKUS, null, "on-hand", "1", "0"));

        Comparison all = await(books.skus());
        Comparison lately = await(books.skusSince(Instant.EPOCH));

        assertTrue(all.checked() >= SKUS);
        assertEquals(all.checked(), lately.checked());
        assertEquals(found, ofSku(all));
        assertEquals(found, ofSku(lately));
    }

    @Test
    void each_of_them_is_closed() {
        await(closing.close(Duration.ofMinutes(2)));

        assertEquals(
                SKUS,
                tables.number(
                        "select count(*)::integer from closing where sku like $1", sku + "-%"));
    }

    private List<Mismatch> ofSku(Comparison comparison) {
        return comparison.mismatches().stream()
                .filter(mismatch -> mismatch.sku() != null && mismatch.sku().startsWith(sku))
                .toList();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
