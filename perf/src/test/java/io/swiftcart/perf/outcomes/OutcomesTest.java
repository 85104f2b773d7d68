package io.swiftcart.perf.outcomes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final String STEP = "place order";

    @AfterEach
    void forget() {
        System.clearProperty("perf.runIn");
        Outcomes.forget();
    }

    @Test
    void answers_are_counted_by_status() {
        Outcomes.note(STEP, 201, true, 10, 1_000);
        Outcomes.note(STEP, 201, true, 30, 1_500);
        Outcomes.note(STEP, 503, false, 2, 1_900);

        JsonNode statuses = Outcomes.json().path("steps").path(STEP).path("statuses");

        assertEquals(2, statuses.path("201").path("count").asInt());
        assertEquals(30, statuses.path("201").path("max").asInt());
        assertEquals(1, statuses.path("503").path("count").asInt());
    }

    @Test
    void a_second_tells_good_answers_from_refusals_and_failures() {
        Outcomes.note(STEP, 201, true, 10, 5_000);
        Outcomes.note(STEP, 503, false, 1, 5_100);
        Outcomes.note(STEP, 429, false, 1, 5_200);
        Outcomes.note(STEP, 500, false, 1, 5_999);
        Outcomes.note(STEP, 0, false, 60_000, 6_000);

        JsonNode seconds = Outcomes.json().path("steps").path(STEP).path("seconds");

        assertEquals(2, seconds.size());
        assertEquals(
                "{\"at\":5,\"good\":1,\"refused\":2,\"failed\":1,\"p99\":10}",
                seconds.get(0).toString());
        assertEquals(1, seconds.get(1).path("failed").asInt());
    }

    @Test
    void answers_while_the_generator_starts_are_counted_but_not_timed() {
        System.setProperty("perf.runIn", "5");
        Outcomes.note(STEP, 201, true, 90, 1_000);
        Outcomes.note(STEP, 201, true, 80, 5_999);
        Outcomes.note(STEP, 201, true, 20, 6_000);

        JsonNode step = Outcomes.json().path("steps").path(STEP);

        assertEquals(3, step.path("statuses").path("201").path("count").asInt());
        assertEquals(20, step.path("statuses").path("201").path("max").asInt());
        assertEquals(90, step.path("seconds").get(0).path("p99").asInt());
    }
}
