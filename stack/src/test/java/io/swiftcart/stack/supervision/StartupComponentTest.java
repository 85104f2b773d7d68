package io.swiftcart.stack.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.services.Form;
import io.swiftcart.stack.services.Service;
import io.swiftcart.stack.services.Shop;
import io.swiftcart.stack.testing.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of parts alone: the services are not built yet when this module is tested. */
@SuppressWarnings("NullAway.Init")
class StartupComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<Service, Integer> NO_SERVICES =
            Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), _ -> 0));

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    @TempDir private Path parent;
    private Startup startup;

    @AfterEach
    void stop() {
        startup.stop();
    }

    @Test
    void what_is_killed_comes_back_and_stopping_leaves_nothing_behind() throws IOException {
        startup = new Startup(layout(), new PrintStream(said, true, StandardCharsets.UTF_8));
        startup.begin(wishes(FreePort.any()));
        startup.announce();
        JsonNode before = run();

        assertEquals("http://localhost:", before.path("gateway").asText().replaceAll("\\d", ""));
        assertEquals(6, before.path("postgres").path("databases").size());
        assertTrue(before.path("paymentSandbox").path("apiKey").asText().startsWith("sk_test_"));
        List<ProcessHandle> first = processes(before);
        assertEquals(5, first.size());

        for (ProcessHandle process : first) {
            process.destroyForcibly();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () ->
                                processes(run()).stream().noneMatch(first::contains)
                                        && processes(run()).size() == 5);
        assertNotEquals(before.path("postgres").path("pid"), run().path("postgres").path("pid"));

        List<ProcessHandle> second = processes(run());
        startup.stop();
        assertTrue(second.stream().noneMatch(ProcessHandle::isAlive));
        assertFalse(Files.exists(layout().run()));
        assertFalse(Files.exists(layout().processes()));
    }

    @Test
    void damaged_data_is_refused_with_the_way_out_and_nothing_left_running() throws IOException {
        startup = silent();
        Path data = Files.createDirectories(layout().part("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createFile(layout().lock());

        StackFailure failure =
                assertThrows(StackFailure.class, () -> startup.begin(wishes(FreePort.any())));
        startup.stop();

        assertTrue(
                failure.sentence().startsWith("PostgreSQL cannot use the data in " + data),
                failure.sentence());
        assertTrue(failure.sentence().contains("--fresh"));
        assertEquals(List.of(), descendants());
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        startup = silent();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            StackFailure failure =
                    assertThrows(StackFailure.class, () -> startup.begin(wishes(port)));

            assertTrue(failure.sentence().contains("Port " + port), failure.sentence());
        }
        assertFalse(Files.exists(layout().processes()));
        assertFalse(Files.exists(layout().part("postgres")));
    }

    private static Startup.Wishes wishes(int port) {
        return new Startup.Wishes(
                new Shop.Wishes(Path.of(""), port, NO_SERVICES, Form.JVM), 0, false);
    }

    private Startup silent() {
        return new Startup(
                layout(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private JsonNode run() {
        try {
            return new ObjectMapper().readTree(layout().run().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> processes(JsonNode run) {
        return Stream.of("postgres", "redis", "kafka", "mail", "paymentSandbox")
                .map(name -> run.path(name).path("pid").asLong())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    /** Child processes of this JVM whose data lies in the directory of this test. */
    private List<ProcessHandle> descendants() {
        return ProcessHandle.current()
                .descendants()
                .filter(
                        process ->
                                process.info().commandLine().orElse("").contains(parent.toString()))
                .toList();
    }

    private Layout layout() {
        return new Layout(parent.resolve("data"));
    }
}
