package io.swiftcart.platform.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    @BeforeEach
    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void work_that_nobody_named_is_named_once() {
        String id = Correlation.current();

        assertEquals(id, Correlation.current());
        assertEquals(id, MDC.get("correlationId"));
    }

    @Test
    void a_trace_begins_by_itself_and_stays() {
        String trace = Correlation.traceparent();

        assertTrue(trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"), trace);
        assertEquals(trace, Correlation.traceparent());
    }

    @Test
    void new_work_takes_the_place_of_the_old() {
        Correlation.begin("one", null);
        String first = Correlation.traceparent();

        assertEquals("two", Correlation.begin("two", "nonsense"));

        assertEquals("two", Correlation.current());
        assertNotEquals(first, Correlation.traceparent());
    }
}
