package io.swiftcart.inventory.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.domain.Reservation.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTest {
    private static final Lines TWO_MUGS = Lines.of(List.of(new Line("MUG", 2)));

    @ParameterizedTest
    @EnumSource(names = {"HELD", "COMMITTED"})
    void a_repeat_is_told_what_stands(Status status) {
        Reservation reservation = aReservation(status);

        assertEquals(new ReserveOutcome.Reserved(reservation), reservation.answerTo(TWO_MUGS));
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "COMMITTED"})
    void an_order_cannot_change_its_mind(Status status) {
        Lines threeMugs = Lines.of(List.of(new Line("MUG", 3)));

        assertEquals(new ReserveOutcome.Different(), aReservation(status).answerTo(threeMugs));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELEASED", "EXPIRED", "RETURNED"})
    void a_closed_order_can_reserve_no_more(Status status) {
        assertEquals(new ReserveOutcome.Closed(status), aReservation(status).answerTo(TWO_MUGS));
    }

    @Test
    void a_tombstone_refuses_whatever_is_wanted() {
        Reservation tombstone =
                new Reservation(
                        new OrderId(new UUID(0, 1)), Status.RELEASED, new Lines(List.of()), null);

        assertEquals(new ReserveOutcome.Closed(Status.RELEASED), tombstone.answerTo(TWO_MUGS));
    }

    private static Reservation aReservation(Status status) {
        return new Reservation(
                new OrderId(new UUID(0, 1)),
                status,
                TWO_MUGS,
                Instant.parse("2026-11-20T12:49:00Z"));
    }
}
