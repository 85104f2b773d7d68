package io.swiftcart.gateway.admission;

import static io.swiftcart.gateway.admission.Visitors.enter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.gateway.RouteClass;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many places there are, seen through a gate. */
class PlacesTest {
    private final Visitors visitors = new Visitors();
    private final Gate gate =
            visitors.gate(Map.of("concurrent", "10", "least", "2", "waiting", "5"));

    @Test
    void a_service_that_has_too_much_to_do_gets_less_and_not_less_than_the_least() {
        for (int times = 0; times < 30; times++) {
            visitors.after(Duration.ofMillis(101));
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

        visitors.after(Duration.ofMillis(1001));
        gate.enter(RouteClass.CHECKOUT).result().done(Outcome.SERVED);

        assertEquals(10, gate.places());
    }

    @Test
    void a_fixed_number_of_places_stays() {
        Gate fixed = visitors.gate(Map.of("concurrent", "10", "adaptive", "false"));

        fixed.enter(RouteClass.CHECKOUT).result().done(Outcome.STRAINED);

        assertEquals(10, fixed.places());
    }

    @Test
    void a_service_that_a_crowd_makes_slow_gets_what_it_serves_in_a_second() {
        visitors.serve(gate, 100, Duration.ofMillis(50));
        int fewest = 10;

        for (int crowd = 0; crowd < 200; crowd++) {
            visitors.serveCrowds(gate, 1, Duration.ofMillis(200).multipliedBy(gate.places()));
            fewest = Math.min(fewest, gate.places());
        }

        assertEquals(5, fewest, "so many take a second");
    }

    @Test
    void a_service_that_answers_soon_enough_keeps_its_places() {
        visitors.serve(gate, 100, Duration.ofMillis(50));

        visitors.serveCrowds(gate, 200, Duration.ofMillis(900));

        assertEquals(10, gate.places());
    }

    @Test
    void a_slow_answer_to_one_caller_alone_says_nothing() {
        visitors.serve(gate, 100, Duration.ofMillis(50));

        visitors.serve(gate, 100, Duration.ofSeconds(2));

        assertEquals(10, gate.places());
    }

    @Test
    void a_service_that_became_slow_by_itself_is_not_held_to_the_least() {
        visitors.serve(gate, 100, Duration.ofMillis(50));
        visitors.serveCrowds(gate, 100, Duration.ofSeconds(3));

        for (int crowd = 0; crowd < 20; crowd++) {
            assertEquals(10, gate.places());
            visitors.serveCrowds(gate, 1, Duration.ofSeconds(3));
        }
    }

    @Test
    void the_rest_of_a_crowd_does_not_shrink_the_places_once_more() {
        Gate wide = visitors.gate(Map.of("concurrent", "100", "least", "2"));
        List<Future<Permit>> crowd = enter(wide, RouteClass.CHECKOUT, 100);
        visitors.after(Duration.ofSeconds(2));

        for (Future<Permit> each : crowd) {
            visitors.after(Duration.ofMillis(10));
            each.result().done(Outcome.SERVED);
        }

        assertTrue(wide.places() > 25, () -> wide.places() + " places");
    }

    @Test
    void quick_reads_do_not_let_more_orders_in_than_are_served() {
        visitors.serve(gate, 100, Duration.ofMillis(50));
        int fewest = 10;

        for (int crowd = 0; crowd < 200; crowd++) {
            visitors.serveCrowds(gate, 1, Duration.ofMillis(200).multipliedBy(gate.places()));
            gate.enter(RouteClass.BROWSE).result().done(Outcome.SERVED);
            fewest = Math.min(fewest, gate.places());
        }

        assertEquals(5, fewest, "so many take a second");
    }

    @Test
    void one_slow_reader_of_an_answer_does_not_shrink_the_places() {
        visitors.serve(gate, 100, Duration.ofMillis(50));
        enter(gate, RouteClass.CHECKOUT, 5);

        visitors.serve(gate, 1, Duration.ofMinutes(1));

        assertEquals(10, gate.places());
    }

    @Test
    void some_refusals_among_many_good_answers_are_no_strain() {
        for (int answer = 0; answer < 2_000; answer++) {
            visitors.after(Duration.ofMillis(10));
            gate.enter(RouteClass.CHECKOUT)
                    .result()
                    .done(answer % 20 == 19 ? Outcome.STRAINED : Outcome.SERVED);
        }

        assertEquals(10, gate.places());
    }
}
