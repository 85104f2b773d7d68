package io.swiftcart.gateway.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.swiftcart.gateway.RouteClass;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String PREFIX = "swiftcart.gateway.admission.";

    private final AtomicLong now = new AtomicLong();
    private final Gate gate = gate(Map.of("concurrent", "10", "least", "2", "waiting", "5"));

    @Test
    void orders_take_every_place_and_the_next_one_waits() {
        List<Future<Permit>> inside = enter(RouteClass.CHECKOUT, 10);
        Future<Permit> next = gate.enter(RouteClass.CHECKOUT);

        assertTrue(inside.stream().allMatch(Future::succeeded));
        assertFalse(next.isComplete());

        inside.getFirst().result().done(Outcome.SERVED);

        assertTrue(next.succeeded());
        assertEquals(10, gate.underWay());
    }

    @Test
    void reads_leave_places_for_orders() {
        List<Future<Permit>> reads = enter(RouteClass.BROWSE, 9);

        assertEquals(8, reads.stream().filter(Future::succeeded).count());
        assertTrue(gate.enter(RouteClass.CHECKOUT).succeeded());
        assertTrue(gate.enter(RouteClass.CHECKOUT).succeeded());
    }

    @Test
    void in_line_who_pays_stands_before_who_looks_around() {
        List<Future<Permit>> inside = enter(RouteClass.CHECKOUT, 10);
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
        enter(RouteClass.CHECKOUT, 10 + 5);

        Future<Permit> refused = gate.enter(RouteClass.CHECKOUT);

        assertEquals("temporary-reduced-capacity", problemOf(refused).code().code());
        assertEquals(5, gate.waiting());
    }

    @Test
    void reads_do_not_fill_the_line_of_orders() {
        enter(RouteClass.CHECKOUT, 10);
        List<Future<Permit>> reads = enter(RouteClass.BROWSE, 5);

        assertEquals(1, reads.stream().filter(Future::failed).count());
        assertFalse(gate.enter(RouteClass.CHECKOUT).isComplete());
    }

    @Test
    void a_line_that_does_not_move_is_full() {
        Gate still = gate(Map.of("concurrent", "2", "fullAfter", "500ms"));
        still.enter(RouteClass.CHECKOUT);
        still.enter(RouteClass.CHECKOUT);
        assertFalse(still.enter(RouteClass.CHECKOUT).isComplete());

        after(Duration.ofMillis(501));

        assertTrue(still.enter(RouteClass.CHECKOUT).failed());
    }

    @Test
    void nobody_is_let_into_a_line_in_which_he_would_wait_for_too_long() {
        Gate slow = gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        serve(slow, 500, Duration.ofSeconds(1));

        List<Future<Permit>> callers = enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(10, slow.underWay());
        assertEquals(5, slow.waiting(), "ten in a second are five in half a second");
        assertEquals(85, callers.stream().filter(Future::failed).count());
    }

    @Test
    void the_line_is_longer_where_answers_are_quick() {
        Gate quick = gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        serve(quick, 500, Duration.ofMillis(49));

        enter(quick, RouteClass.CHECKOUT, 200);

        assertEquals(102, quick.waiting());
    }

    @Test
    void mistakes_of_callers_do_not_make_the_line_longer() {
        Gate slow = gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        serve(slow, 500, Duration.ofSeconds(1));
        for (int mistaken = 0; mistaken < 500; mistaken++) {
            slow.enter(RouteClass.CHECKOUT).result().done(Outcome.MISTAKEN);
        }

        enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(5, slow.waiting());
    }

    @Test
    void quick_refusals_by_the_service_do_not_make_the_line_longer() {
        Gate slow = gate(Map.of("concurrent", "10", "least", "10", "fullAfter", "500ms"));
        serve(slow, 500, Duration.ofSeconds(1));
        for (int refused = 0; refused < 500; refused++) {
            slow.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);
        }

        enter(slow, RouteClass.CHECKOUT, 100);

        assertEquals(5, slow.waiting());
    }

    @Test
    void reads_do_not_wait_behind_orders_that_fill_the_time() {
        Gate slow = gate(Map.of("concurrent", "10", "fullAfter", "500ms"));
        serve(slow, 500, Duration.ofSeconds(1));
        enter(slow, RouteClass.CHECKOUT, 15);

        assertTrue(slow.enter(RouteClass.BROWSE).failed());
    }

    @Test
    void who_waits_in_vain_is_told_so_and_has_taken_no_place() {
        Gate still = gate(Map.of("concurrent", "1", "patience", "1s"));
        Future<Permit> inside = still.enter(RouteClass.CHECKOUT);
        Future<Permit> waiting = still.enter(RouteClass.CHECKOUT);
        still.expire();
        assertFalse(waiting.isComplete());

        after(Duration.ofMillis(1001));
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
    void a_service_that_has_too_much_to_do_gets_less_and_not_less_than_the_least() {
        for (int times = 0; times < 30; times++) {
            after(Duration.ofMillis(101));
            gate.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);
        }

        assertEquals(2, gate.places());
    }

    @Test
    void a_service_that_answers_well_again_gets_more_again() {
        gate.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);
        assertEquals(9, gate.places());

        gate.enter(RouteClass.CHECKOUT).result().done(Outcome.SERVED);
        assertEquals(9, gate.places(), "the strain is not yet over");

        after(Duration.ofMillis(1001));
        gate.enter(RouteClass.CHECKOUT).result().done(Outcome.SERVED);

        assertEquals(10, gate.places());
    }

    @Test
    void a_fixed_number_of_places_stays() {
        Gate fixed = gate(Map.of("concurrent", "10", "adaptive", "false"));

        fixed.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);

        assertEquals(10, fixed.places());
    }

    @Test
    void a_service_that_a_crowd_makes_slow_gets_what_it_serves_in_a_second() {
        serve(gate, 100, Duration.ofMillis(50));
        int fewest = 10;

        for (int crowd = 0; crowd < 200; crowd++) {
            serveCrowds(gate, 1, Duration.ofMillis(200).multipliedBy(gate.places()));
            fewest = Math.min(fewest, gate.places());
        }

        assertEquals(5, fewest, "so many take a second");
    }

    @Test
    void a_service_that_answers_soon_enough_keeps_its_places() {
        serve(gate, 100, Duration.ofMillis(50));

        serveCrowds(gate, 200, Duration.ofMillis(900));

        assertEquals(10, gate.places());
    }

    @Test
    void a_slow_answer_to_one_caller_alone_says_nothing() {
        serve(gate, 100, Duration.ofMillis(50));

        serve(gate, 100, Duration.ofSeconds(2));

        assertEquals(10, gate.places());
    }

    @Test
    void a_service_that_became_slow_by_itself_is_not_held_to_the_least() {
        serve(gate, 100, Duration.ofMillis(50));
        serveCrowds(gate, 100, Duration.ofSeconds(3));

        for (int crowd = 0; crowd < 20; crowd++) {
            assertEquals(10, gate.places());
            serveCrowds(gate, 1, Duration.ofSeconds(3));
        }
    }

    @Test
    void the_rest_of_a_crowd_does_not_shrink_the_places_once_more() {
        Gate wide = gate(Map.of("concurrent", "100", "least", "2"));
        List<Future<Permit>> crowd = enter(wide, RouteClass.CHECKOUT, 100);
        after(Duration.ofSeconds(2));

        for (Future<Permit> each : crowd) {
            after(Duration.ofMillis(10));
            each.result().done(Outcome.SERVED);
        }

        assertTrue(wide.places() > 25, () -> wide.places() + " places");
    }

    @Test
    void quick_reads_do_not_let_more_orders_in_than_are_served() {
        serve(gate, 100, Duration.ofMillis(50));
        int fewest = 10;

        for (int crowd = 0; crowd < 200; crowd++) {
            serveCrowds(gate, 1, Duration.ofMillis(200).multipliedBy(gate.places()));
            gate.enter(RouteClass.BROWSE).result().done(Outcome.SERVED);
            fewest = Math.min(fewest, gate.places());
        }

        assertEquals(5, fewest, "so many take a second");
    }

    @Test
    void one_slow_reader_of_an_answer_does_not_shrink_the_places() {
        serve(gate, 100, Duration.ofMillis(50));
        enter(RouteClass.CHECKOUT, 5);

        serve(gate, 1, Duration.ofMinutes(1));

        assertEquals(10, gate.places());
    }

    @Test
    void some_refusals_among_many_good_answers_are_no_strain() {
        for (int answer = 0; answer < 2_000; answer++) {
            after(Duration.ofMillis(10));
            gate.enter(RouteClass.CHECKOUT)
                    .result()
                    .done(answer % 20 == 19 ? Outcome.STRAINED : Outcome.SERVED);
        }

        assertEquals(10, gate.places());
    }

    @Test
    void who_comes_after_somebody_waited_in_vain_is_refused_at_once() {
        Gate still = gate(Map.of("concurrent", "1"));
        Future<Permit> inside = still.enter(RouteClass.CHECKOUT);
        still.enter(RouteClass.CHECKOUT);
        after(Duration.ofMillis(1001));
        still.expire();

        assertTrue(still.enter(RouteClass.CHECKOUT).failed());

        inside.result().done(Outcome.UNTOLD);
        assertTrue(still.enter(RouteClass.CHECKOUT).succeeded());
        assertFalse(still.enter(RouteClass.CHECKOUT).isComplete());
    }

    private void after(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** One after the other, so often that their mean is known. */
    private void serve(Gate gate, int times, Duration stay) {
        for (int served = 0; served < times; served++) {
            Permit inside = gate.enter(RouteClass.CHECKOUT).result();
            after(stay);
            inside.done(Outcome.SERVED);
        }
    }

    /** As many at once as there are places, one crowd after the other. */
    private void serveCrowds(Gate gate, int times, Duration stay) {
        for (int served = 0; served < times; served++) {
            List<Future<Permit>> inside = enter(gate, RouteClass.CHECKOUT, gate.places());
            after(stay);
            inside.forEach(each -> each.result().done(Outcome.SERVED));
        }
    }

    private List<Future<Permit>> enter(RouteClass routeClass, int times) {
        return enter(gate, routeClass, times);
    }

    private static List<Future<Permit>> enter(Gate gate, RouteClass routeClass, int times) {
        return IntStream.range(0, times).mapToObj(_ -> gate.enter(routeClass)).toList();
    }

    private static Problem problemOf(Future<Permit> refused) {
        return (Problem) refused.cause();
    }

    private Gate gate(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>(Map.of(PREFIX + "slow", "1s"));
        settings.forEach((name, value) -> named.put(PREFIX + kebab(name), value));
        AdmissionConfig config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withMapping(AdmissionConfig.class)
                        .withDefaultValues(named)
                        .build()
                        .getConfigMapping(AdmissionConfig.class);
        return new Gate(config, 1, now::get);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
