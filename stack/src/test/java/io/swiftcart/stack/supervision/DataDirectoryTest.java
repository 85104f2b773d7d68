package io.swiftcart.stack.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Child;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DataDirectoryTest {

    @TempDir private Path parent;

    @Test
    void a_second_supervisor_is_refused_until_the_first_is_gone() throws IOException {
        try (DataDirectory _ = DataDirectory.claim(layout())) {
            StackFailure failure =
                    assertThrows(StackFailure.class, () -> DataDirectory.claim(layout()));
            assertTrue(failure.sentence().startsWith("SwiftCart already runs in"));
        }
        DataDirectory.claim(layout()).close();
    }

    @Test
    void a_directory_of_somebody_else_is_refused_and_left_as_it_is() throws IOException {
        Path precious =
                Files.writeString(
                        Files.createDirectory(parent.resolve("data")).resolve("thesis.txt"), "…");

        StackFailure failure =
                assertThrows(StackFailure.class, () -> DataDirectory.claim(layout()));

        assertTrue(failure.sentence().contains("--data"));
        assertTrue(Files.exists(precious));
        assertFalse(Files.exists(layout().logs()));
    }

    @Test
    void a_file_in_its_place_is_refused() throws IOException {
        Files.writeString(parent.resolve("data"), "");

        assertThrows(StackFailure.class, () -> DataDirectory.claim(layout()));
    }

    @Test
    void wiping_removes_the_data_and_keeps_the_claim() throws IOException {
        try (DataDirectory directory = DataDirectory.claim(layout())) {
            Files.createDirectories(layout().part("postgres").resolve("base"));

            directory.wipe();

            assertFalse(Files.exists(layout().part("postgres")));
            assertThrows(StackFailure.class, () -> DataDirectory.claim(layout()));
        }
    }

    @Test
    void what_a_killed_supervisor_left_running_is_stopped() throws IOException {
        try (DataDirectory directory = DataDirectory.claim(layout())) {
            Child left = Child.start(new Sleeper(parent), layout());
            ProcessTable.of(layout()).started(left);

            assertEquals(List.of("sleeper"), directory.stopLeftovers());
            assertFalse(left.alive());
            assertFalse(Files.exists(layout().processes()));
        }
    }

    @Test
    void a_stranger_who_got_the_number_later_is_left_alone() throws IOException {
        try (DataDirectory directory = DataDirectory.claim(layout())) {
            Child stranger = Child.start(new Sleeper(parent), layout());
            Files.writeString(
                    layout().processes(),
                    """
                    {"sleeper": {"pid": %d, "startedAtMillis": 1000, "state": "ready",
                      "startupMillis": 1, "address": "", "stopSignal": "TERM"}}
                    """
                            .formatted(stranger.pid()));

            assertEquals(List.of(), directory.stopLeftovers());
            assertTrue(stranger.alive());
            stranger.stop(Duration.ofSeconds(5));
        }
    }

    private Layout layout() {
        return new Layout(parent.resolve("data"));
    }

    private record Sleeper(Path directory) implements Part {
        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public Launch launch() {
            return Launch.of(List.of("/bin/sleep", "600"), directory);
        }

        @Override
        public boolean ready() {
            return true;
        }
    }
}
