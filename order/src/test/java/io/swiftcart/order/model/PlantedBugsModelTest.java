package io.swiftcart.order.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.order.model.Explorer.Seen;
import io.swiftcart.order.model.Faults.Fault;
import org.junit.jupiter.api.Test;

/** Each bug is planted alone; a checker that does not find it would find nothing. */
class PlantedBugsModelTest {
    private static final String STUCK = "nothing can bring this to a good end";
    private static final String MONEY_KEPT = "its money is kept";
    private static final String NOT_CAPTURED = "its money is not captured";

    @Test
    void a_charge_without_an_idempotency_key_is_found() {
        isFound(Planted.CHARGE_WITHOUT_KEY, "charged twice");
    }

    @Test
    void a_void_without_a_tombstone_is_found() {
        isFound(Planted.NO_TOMBSTONE_ON_VOID, MONEY_KEPT);
    }

    @Test
    void a_release_without_a_tombstone_is_found() {
        isFound(Planted.NO_TOMBSTONE_ON_RELEASE, STUCK);
    }

    @Test
    void an_expired_hold_that_is_left_open_is_found() {
        isFound(
                Setup.of(1, CheckoutModelTest.SOME_FAULTS.with(Fault.EXPIRY, 1))
                        .with(Planted.EXPIRED_LEFT_OPEN),
                STUCK);
    }

    @Test
    void a_hold_without_a_guard_is_found() {
        isFound(
                Setup.of(2, Faults.none()).with(Planted.NO_STOCK_GUARD),
                "more is promised than there is");
    }

    @Test
    void a_missing_sweeper_is_found() {
        isFound(Planted.NO_SWEEPER, STUCK);
    }

    @Test
    void a_capture_that_is_told_before_it_is_known_is_found() {
        isFound(Planted.CAPTURED_BEFORE_IT_IS_KNOWN, NOT_CAPTURED);
    }

    @Test
    void undoing_before_it_is_saved_is_found() {
        isFound(Planted.UNDO_BEFORE_SAVING, NOT_CAPTURED);
    }

    @Test
    void an_unknown_charge_booked_as_declined_is_found() {
        isFound(Planted.UNKNOWN_AS_DECLINED, MONEY_KEPT);
    }

    @Test
    void a_void_that_is_answered_while_the_charge_is_unknown_is_found() {
        isFound(Planted.VOID_BEFORE_IT_IS_KNOWN, "its payment is unknown");
    }

    @Test
    void a_commit_without_an_inbox_is_found() {
        isFound(Planted.COMMIT_WITHOUT_INBOX, "more is promised than there is");
    }

    @Test
    void a_save_without_a_version_check_is_found() {
        isFound(Planted.NO_VERSION_CHECK, NOT_CAPTURED);
    }

    @Test
    void a_release_while_the_charge_is_unknown_is_found() {
        isFound(Planted.RELEASE_WHILE_UNKNOWN, "its stock was given away");
    }

    @Test
    void an_acknowledgement_before_the_commit_is_found() {
        isFound(Planted.ACKNOWLEDGE_BEFORE_COMMIT, STUCK);
    }

    @Test
    void a_fact_that_is_not_stored_with_its_order_is_found() {
        isFound(Planted.NO_OUTBOX, STUCK);
    }

    private static void isFound(Planted bug, String rule) {
        isFound(Setup.of(1, CheckoutModelTest.SOME_FAULTS).with(bug), rule);
    }

    private static void isFound(Setup setup, String rule) {
        Seen seen = new Explorer(setup).explore();

        System.out.println(setup.planted() + ": " + seen);
        assertTrue(
                seen.violation().filter(found -> found.rule().contains(rule)).isPresent(),
                seen::toString);
    }
}
