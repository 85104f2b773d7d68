package io.swiftcart.platform.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.idempotency.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.logging.Formatter;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LogFormatComponentTest {

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void a_line_is_one_json_object_under_its_correlation_id() throws Exception {
        Correlation.begin("log-1", null);
        ExtLogRecord record = new ExtLogRecord(Level.ERROR, "two\nlines", "io.swiftcart.Some");
        record.setLoggerName("io.swiftcart.Some");
        record.setThrown(new IllegalStateException("broken"));

        String line = console().format(record);

        assertEquals(1, line.strip().lines().count());
        JsonNode json = new ObjectMapper().readTree(line);
        assertEquals("two\nlines", json.path("message").asText());
        assertEquals("ERROR", json.path("level").asText());
        assertEquals("io.swiftcart.Some", json.path("loggerName").asText());
        assertEquals("log-1", json.path("mdc").path("correlationId").asText());
        assertTrue(json.path("mdc").path("traceparent").asText().startsWith("00-"));
        assertEquals("broken", json.path("exception").path("message").asText());
        assertTrue(json.path("timestamp").asText().endsWith("Z"), line);
        for (String noise :
                Set.of(
                        "ndc",
                        "loggerClassName",
                        "threadId",
                        "processName",
                        "hostName",
                        "sequence")) {
            assertFalse(json.has(noise), noise);
        }
    }

    @Test
    void a_stored_answer_keeps_its_body_to_itself() {
        byte[] body = "alice@example.com".getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer(200, Map.of("Location", "/x"), body);

        assertFalse(answer.toString().contains("alice"));
    }

    private static Formatter console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(handler -> handler.getClass().getSimpleName().equals("ConsoleHandler"))
                .findFirst()
                .orElseThrow()
                .getFormatter();
    }
}
