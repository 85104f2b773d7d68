package io.swiftcart.gateway.admission;

import static io.swiftcart.gateway.admission.Visitors.enter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.gateway.RouteClass;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets in, who waits, and who is refused. */
class GateTest {
    private final Visitors visitors = new Visitors();
    private final Gate gate =
            visitors.gate(Map.of("concurrent", "10", "least", "2", "waiting", "5"));

    @Test
    void orders_take_every_place_and_the_next_one_waits() {
        List<Future<Permit>> inside = enter(gate, RouteClass.CHECKOUT, 10);
        Future<Permit> next = gate.enter(RouteClass.CHECKOUT);

        assertTrue(inside.stream().allMatch(Future::succeeded));
        assertFalse(next.isComplete());

        inside.getFirst().result().done(Outcome.SERVED);

        assertTrue(next.succeeded());
        assertEquals(10, gate.underWay());
    }

    @Test
    void reads_leave_places_for_orders() {
        List<Future<Permit>> reads = enter(gate, RouteClass.BROWSE, 9);

        assertEquals(8, reads.stream().filter(Future::succeeded).count());
        assertTrue(gate.enter(RouteClass.CHECKOUT).succeeded());
        assertTrue(gate.enter(RouteClass.CHECKOUT).succeeded());
    }

    @Test
    void in_line_who_pays_stands_before_who_looks_around() {
        List<Future<Permit>> inside = enter(gate, RouteClass.CHECKOUT, 10);
        Future<Permit> read = gate.enter(RouteClass.BROWSE);
        Future<Permit> write = gate.enter(RouteClass.WRITE);
        Future<Permit> order = gate.enter(RouteClass.CHECKOUT);

        inside.get(0).result().done(Outcome.SERVED);
        assertTrue(order.succeeded() && !write.isComplete() && !read.isComplete());

        inside.get(1).result().done(Outcome.SERVED);
        inside.get(2).result().done(Outcome.SERVED);
        assertTrue(write.succeeded() && !read.isComplete());

        inside.get(3).result().done(Outcome.SERVED);
        inside.get(4).result().done(Outcome.SERVED);
        assertTrue(read.succeeded());
    }

    @Test
    void who_finds_the_line_full_is_refused_at_once() {
        enter(gate, RouteClass.CHECKOUT, 10 + 5);

        Future<Permit> refused = gate.enter(RouteClass.CHECKOUT);

        assertEquals("temporary-reduced-capacity", problemOf(refused).code().code());
        assertEquals(5, gate.waiting());
    }

    @Test
    void reads_do_not_fill_the_line_of_orders() {
        enter(gate, RouteClass.CHECKOUT, 10);
        List<Future<Permit>> reads = enter(gate, RouteClass.BROWSE, 5);

        assertEquals(1, reads.stream().filter(Future::failed).count());
        assertFalse(gate.enter(RouteClass.CHECKOUT).isComplete());
    }

    @Test
    void a_line_that_does_not_move_is_full() {
        Gate still = visitors.gate(Map.of("concurrent", "2", "fullAfter", "500ms"));
        still.enter(RouteClass.CHECKOUT);
        still.enter(RouteClass.CHECKOUT);
        assertFalse(still.enter(RouteClass.CHECKOUT).isComplete());

        visitors.after(Duration.ofMillis(501));

        assertTrue(still.enter(RouteClass.CHECKOUT).failed());
    }

    @Test
    void nobody_is_let_into_a_line_in_which_he_would_wait_for_too_long() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));

        List<Future<Permit>> callers = enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(10, slow.underWay());
        assertEquals(5, slow.waiting(), "ten in a second are five in half a second");
        assertEquals(85, callers.stream().filter(Future::failed).count());
    }

    @Test
    void the_line_is_longer_where_answers_are_quick() {
        Gate quick = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(quick, 500, Duration.ofMillis(49));

        enter(quick, RouteClass.CHECKOUT, 200);

        assertEquals(102, quick.waiting());
    }

    @Test
    void mistakes_of_callers_do_not_make_the_line_longer() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));
        for (int mistaken = 0; mistaken < 500; mistaken++) {
            slow.enter(RouteClass.CHECKOUT).result().done(Outcome.MISTAKEN);
        }

        enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(5, slow.waiting());
    }

    @Test
    void quick_refusals_by_the_service_do_not_make_the_line_longer() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "least", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));
        for (int refused = 0; refused < 500; refused++) {
            slow.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);
        }

        enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(5, slow.waiting());
    }

    @Test
    void reads_do_not_wait_behind_orders_that_fill_the_time() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));
        enter(slow, RouteClass.CHECKOUT, 15);

        assertTrue(slow.enter(RouteClass.BROWSE).failed());
    }

    @Test
    void who_waits_in_vain_is_told_so_and_has_taken_no_place() {
        Gate still = visitors.gate(Map.of("concurrent", "1", "patience", "1s"));
        Future<Permit> inside = still.enter(RouteClass.CHECKOUT);
        Future<Permit> waiting = still.enter(RouteClass.CHECKOUT);
        still.expire();
        assertFalse(waiting.isComplete());

        visitors.after(Duration.ofMillis(1001));
        still.expire();

        assertEquals("temporary-reduced-capacity", problemOf(waiting).code().code());
        inside.result().done(Outcome.SERVED);
        assertEquals(0, still.underWay());
        assertEquals(0, still.waiting());
    }

    @Test
    void a_place_is_given_back_once() {
        Permit permit = gate.enter(RouteClass.CHECKOUT).result();
        gate.enter(RouteClass.CHECKOUT);

        permit.done(Outcome.SERVED);
        permit.done(Outcome.STRAINED);

        assertEquals(1, gate.underWay());
        assertEquals(10, gate.places());
    }

    @Test
    void who_comes_after_somebody_waited_in_vain_is_refused_at_once() {
        Gate still = visitors.gate(Map.of("concurrent", "1"));
        Future<Permit> inside = still.enter(RouteClass.CHECKOUT);
        still.enter(RouteClass.CHECKOUT);
        visitors.after(Duration.ofMillis(1001));
        still.expire();

        assertTrue(still.enter(RouteClass.CHECKOUT).failed());

        inside.result().done(Outcome.UNTOLD);
        assertTrue(still.enter(RouteClass.CHECKOUT).succeeded());
        visitors.after(Duration.ofSeconds(1));
        assertFalse(still.enter(RouteClass.CHECKOUT).isComplete());
    }

    @Test
    void a_crowd_that_does_not_end_is_refused_at_once_and_a_rush_is_not() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));
        List<Future<Permit>> callers = enter(slow, RouteClass.CHECKOUT, 16);
        assertTrue(callers.getLast().failed());
        callers.stream().limit(5).forEach(each -> each.result().done(Outcome.UNTOLD));
        assertEquals(0, slow.waiting());

        visitors.after(Duration.ofMillis(999));
        assertTrue(slow.enter(RouteClass.CHECKOUT).failed(), "a tenth of a second is too long");

        visitors.after(Duration.ofSeconds(1));
        assertFalse(slow.enter(RouteClass.CHECKOUT).isComplete());
    }

    @Test
    void in_a_crowd_nobody_waits_in_vain_for_long() {
        Gate slow = visitors.gate(Map.of("concurrent", "1", "crowdedPatience", "40ms"));
        visitors.serve(slow, 500, Duration.ofMillis(20));
        enter(slow, RouteClass.CHECKOUT, 100).stream()
                .takeWhile(_ -> slow.waiting() > 0)
                .forEach(each -> each.result().done(Outcome.UNTOLD));
        Future<Permit> ofTheCrowd = slow.enter(RouteClass.CHECKOUT);
        assertFalse(ofTheCrowd.isComplete());

        visitors.after(Duration.ofMillis(41));
        slow.expire();

        assertTrue(ofTheCrowd.failed());
    }

    @Test
    void a_crowd_of_readers_does_not_shorten_the_line_of_orders() {
        Gate slow = visitors.gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        visitors.serve(slow, 500, Duration.ofSeconds(1));
        enter(slow, RouteClass.CHECKOUT, 10);
        assertTrue(enter(slow, RouteClass.BROWSE, 10).getLast().failed());

        assertFalse(slow.enter(RouteClass.CHECKOUT).isComplete());
    }

    @Test
    void readers_who_waited_in_vain_do_not_close_the_line_of_orders() {
        Gate quick = visitors.gate(Map.of("concurrent", "10", "crowdedPatience", "40ms"));
        visitors.serve(quick, 500, Duration.ofMillis(20));
        enter(quick, RouteClass.CHECKOUT, 10);
        Future<Permit> reader = enter(quick, RouteClass.BROWSE, 1000).getFirst();
        visitors.after(Duration.ofMillis(1001));
        quick.expire();
        assertTrue(reader.failed());

        assertFalse(quick.enter(RouteClass.CHECKOUT).isComplete());
    }

    private static Problem problemOf(Future<Permit> refused) {
        return (Problem) refused.cause();
    }
}
