package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.inventory.domain.StockLevel.Adjustment;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StockLevelTest {
    private static final long VERSION = 7;

    /** 10 on hand, 4 of them reserved. */
    private final StockLevel stock =
            new StockLevel("MUG", 10, 4, 3, VERSION, Instant.parse("2026-11-20T12:00:00Z"));

    @Test
    void available_is_what_is_not_reserved() {
        assertEquals(6, stock.available());
    }

    @Test
    void more_is_received() {
        assertEquals(new Adjustment.Move(5, MovementType.RECEIVED), stock.adjustedBy(5, VERSION));
    }

    @Test
    void less_is_an_adjustment_down_to_what_is_reserved() {
        assertEquals(new Adjustment.Move(-6, MovementType.ADJUSTED), stock.adjustedBy(-6, VERSION));
        assertEquals(new Adjustment.BelowReserved(), stock.adjustedBy(-7, VERSION));
    }

    @Test
    void a_count_is_an_adjustment_in_either_direction() {
        assertEquals(new Adjustment.Move(2, MovementType.ADJUSTED), stock.countedAs(12, VERSION));
        assertEquals(new Adjustment.Move(-6, MovementType.ADJUSTED), stock.countedAs(4, VERSION));
        assertEquals(new Adjustment.BelowReserved(), stock.countedAs(3, VERSION));
    }

    @Test
    void a_count_that_finds_what_is_known_moves_nothing() {
        assertEquals(new Adjustment.Nothing(), stock.countedAs(10, VERSION));
    }

    @Test
    void a_change_of_an_older_or_never_seen_version_is_stale() {
        assertEquals(new Adjustment.Stale(), stock.adjustedBy(1, VERSION - 1));
        assertEquals(new Adjustment.Stale(), stock.adjustedBy(1, VERSION + 1));
        assertEquals(new Adjustment.Stale(), stock.countedAs(3, VERSION - 1));
    }

    @Test
    void on_hand_has_an_upper_limit() {
        int room = StockLevel.ON_HAND_MAX - 10;

        assertEquals(
                new Adjustment.Move(room, MovementType.RECEIVED), stock.adjustedBy(room, VERSION));
        assertEquals(new Adjustment.BeyondLimit(), stock.adjustedBy(room + 1, VERSION));
        assertEquals(new Adjustment.BeyondLimit(), stock.adjustedBy(Integer.MAX_VALUE, VERSION));
    }
}
