package io.swiftcart.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldLoopsTest {
    private static final String[] PARKED = {
        "jdk.internal.misc.Unsafe park", "io.swiftcart.order.Ask all", "io.vertx.core.Task run"
    };
    private static final String[] RUNNING = {
        "java.lang.String length", "io.swiftcart.order.Sum of", "io.vertx.core.Task run"
    };
    private static final String[] LOADING = {
        "java.io.RandomAccessFile readBytes", "java.lang.ClassLoader loadClass"
    };

    @TempDir Path logs;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(logs.resolve("order.log"), "not JSON\n");
    }

    @Test
    void what_was_logged_before_does_not_count() throws IOException {
        tell(2_100, PARKED);
        HeldLoops held = HeldLoops.from(List.of(log));

        tell(2_200, PARKED);

        assertEquals(1, held.reports(List.of(log)).size());
    }

    @Test
    void a_loop_that_waits_is_blocked() throws IOException {
        HeldLoops held = HeldLoops.from(List.of(log));

        tell(2_100, PARKED);

        assertEquals(1, HeldLoops.blocked(held.reports(List.of(log))).size());
    }

    @Test
    void a_loop_that_got_no_time_once_is_not_blocked() throws IOException {
        HeldLoops held = HeldLoops.from(List.of(log));

        tell(2_100, RUNNING);
        tell(3_100, RUNNING);
        tell(2_100, LOADING);

        assertEquals(List.of(), HeldLoops.blocked(held.reports(List.of(log))));
    }

    @Test
    void a_loop_that_is_held_up_twice_in_one_method_is_blocked() throws IOException {
        HeldLoops held = HeldLoops.from(List.of(log));

        tell(2_100, RUNNING);
        tell(2_900, RUNNING);

        assertEquals(2, HeldLoops.blocked(held.reports(List.of(log))).size());
    }

    /** As the services log it. */
    private void tell(int millis, String... stack) throws IOException {
        List<Map<String, Object>> frames =
                Stream.of(stack)
                        .map(frame -> frame.split(" "))
                        .map(
                                frame ->
                                        Map.<String, Object>of(
                                                "class", frame[0], "method", frame[1], "line", 7))
                        .toList();
        Map<String, Object> line =
                Map.of(
                        "loggerName",
                        "io.vertx.core.impl.BlockedThreadChecker",
                        "message",
                        "Thread loop-1 has been blocked for " + millis + " ms, time limit is 2000",
                        "exception",
                        Map.of("frames", frames));
        Files.writeString(
                log, Http.JSON.writeValueAsString(line) + "\n", StandardOpenOption.APPEND);
    }
}
