package io.swiftcart.e2e.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.e2e.load.Purchase;
import io.swiftcart.e2e.load.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The oracle can fail: each figure that is broken is noticed, by the invariant that names it. */
class OracleTest {

    private record Damage(String name, String invariant, UnaryOperator<Sample> harm) {}

    @Test
    void figures_that_agree_break_nothing() {
        assertEquals(List.of(), Verdict.on(new Sample().figures()));
    }

    @TestFactory
    Stream<DynamicTest> a_broken_figure_is_noticed() {
        return Stream.of(
                        new Damage("a second capture", "I1", Sample::capturedTwice),
                        new Damage("a lost order", "I2", Sample::withoutTheConfirmedOrder),
                        new Damage(
                                "another total",
                                "I2",
                                s -> s.confirmed(o -> Sample.order(o, o.total() + 1, o.status()))),
                        new Damage("two orders of one key", "I2", Sample::keyUsedTwice),
                        new Damage(
                                "a confirmed answer and a failed order",
                                "I2",
                                s -> s.confirmed(o -> Sample.order(o, o.total(), "FAILED"))),
                        new Damage("a movement lost", "I3", s -> s.stock(9, 0, 10, 0, 10, 1)),
                        new Damage("reserved below zero", "I3", s -> s.stock(9, -1, 9, -1, 10, 1)),
                        new Damage("sold and not ordered", "I3", s -> s.stock(8, 0, 8, 0, 10, 2)),
                        new Damage("money kept of a failure", "I4", Sample::failedOrderIsCharged),
                        new Damage("money not taken", "I4", Sample::nothingIsCharged),
                        new Damage("our books differ", "I4", Sample::paymentForgets),
                        new Damage("money still held", "I4", Sample::authorizationStays),
                        new Damage("unrest", "I5", s -> s.moving("Order 1 is not ended.")),
                        new Damage(
                                "an order that pends",
                                "I5",
                                s -> s.confirmed(o -> Sample.order(o, o.total(), "PENDING"))),
                        new Damage("a failure holds stock", "I5", Sample::failedOrderHolds),
                        new Damage("units stay reserved", "I5", s -> s.stock(9, 1, 9, 1, 10, 1)),
                        new Damage("no mail", "I6", s -> s.mail("confirmed", 0)),
                        new Damage("a mail twice", "I6", s -> s.mail("confirmed", 2)),
                        new Damage("a version missing", "I7", s -> s.withoutFact(1)),
                        new Damage("versions reversed", "I7", Sample::laterFactFirst),
                        new Damage("a fact not published", "I8", s -> s.withoutFact(2)),
                        new Damage("an event under two ids", "I8", Sample::publishedAnew),
                        new Damage("an event of two contents", "I8", Sample::contentChanges),
                        new Damage("a fact of no order", "I9", Sample::strangeFact),
                        new Damage("a charge of no order", "I9", Sample::strangeCharge),
                        new Damage("a mail that is not true", "I9", s -> s.mail("failed", 1)),
                        new Damage("a hold of no order", "I9", Sample::strangeHold),
                        new Damage("another answer", "I10", s -> s.answered(201, "{}")),
                        new Damage("a defect", "never a 500", s -> s.answered(500, "{}")),
                        new Damage(
                                "a hang",
                                "never a 500",
                                s -> s.answered(0, "HttpTimeoutException")))
                .map(damage -> DynamicTest.dynamicTest(damage.name(), () -> assertNoticed(damage)));
    }

    @Test
    void a_mail_may_come_twice_after_a_crash_but_not_three_times() {
        assertEquals(List.of(), Verdict.on(new Sample().crashed().mail("confirmed", 2).figures()));
        assertEquals(1, Verdict.on(new Sample().crashed().mail("confirmed", 3).figures()).size());
    }

    @Test
    void a_key_is_free_again_when_nothing_happened_for_lack_of_payments() {
        Sample sample = new Sample().failedForLackOfPayments();

        assertEquals(List.of(), Verdict.on(sample.keyOfTheFailureUsedAgain().figures()));
    }

    @Test
    void a_republished_fact_is_no_second_event() {
        assertEquals(List.of(), Verdict.on(new Sample().publishedAgain().figures()));
    }

    @Test
    void only_the_answers_that_stay_are_compared() {
        Reply reply = new Reply(Purchase.of("k", "A"), 503, "{}", Duration.ZERO);
        Reply inFlight =
                new Reply(
                        Purchase.of("k", "A"),
                        409,
                        "{\"code\":\"idempotency-key-in-flight\"}",
                        Duration.ZERO);

        assertTrue(!reply.isKept() && !inFlight.isKept());
    }

    private static void assertNoticed(Damage damage) {
        List<String> broken = Verdict.on(damage.harm().apply(new Sample()).figures());

        assertTrue(
                broken.stream().anyMatch(sentence -> sentence.startsWith(damage.invariant())),
                () -> damage.invariant() + " says nothing: " + broken);
    }
}
