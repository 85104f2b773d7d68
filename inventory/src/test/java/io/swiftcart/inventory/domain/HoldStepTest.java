package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HoldStepTest {

    @Test
    void every_way_through_a_hold_leaves_nothing_reserved() {
        for (HoldStep end : List.of(HoldStep.RELEASE, HoldStep.EXPIRE, HoldStep.COMMIT)) {
            assertEquals(0, HoldStep.RESERVE.reservedPerUnit() + end.reservedPerUnit());
        }
    }

    @Test
    void a_sale_takes_each_unit_once_whether_in_time_or_late() {
        assertEquals(-1, onHandAfter(HoldStep.RESERVE, HoldStep.COMMIT));
        assertEquals(-1, onHandAfter(HoldStep.RESERVE, HoldStep.EXPIRE, HoldStep.COMMIT_LATE));
        assertEquals(-1, onHandAfter(HoldStep.COMMIT_LATE));
    }

    @Test
    void what_comes_to_nothing_leaves_on_hand_as_it_was() {
        assertEquals(0, onHandAfter(HoldStep.RESERVE, HoldStep.RELEASE));
        assertEquals(0, onHandAfter(HoldStep.RESERVE, HoldStep.EXPIRE));
        assertEquals(0, onHandAfter(HoldStep.RESERVE, HoldStep.COMMIT, HoldStep.RETURN));
    }

    private static int onHandAfter(HoldStep... steps) {
        return List.of(steps).stream().mapToInt(HoldStep::onHandPerUnit).sum();
    }
}
