package io.swiftcart.stack.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.AtomicFile;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every process of one data directory, on disk in {@code processes.json}: written after each
 * change, read by {@code status}, and by a start after the supervisor was killed. A process is
 * known by its id and its start time together, so that a stranger who got the id later is left
 * alone. Safe for threads.
 */
public final class ProcessTable {

    /** The name of the process that keeps the others alive. */
    static final String SUPERVISOR = "supervisor";

    private static final TypeReference<TreeMap<String, Entry>> SHAPE = new TypeReference<>() {};
    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);
    private static final Duration SUPERVISOR_STOP = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Path file;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Entry> entries = new TreeMap<>();

    private ProcessTable(Path file) {
        this.file = file;
    }

    /** An empty table for this directory; the file of a former one stays until the first write. */
    public static ProcessTable of(Layout layout) {
        return new ProcessTable(layout.processes());
    }

    /**
     * One process. {@code state}: {@code starting, ready, restarting} or {@code stopped}; {@code
     * startupMillis}: from its start until it was ready, 0 before; {@code startedAtMillis}: as the
     * system reports it, since 1970.
     */
    public record Entry(
            long pid,
            long startedAtMillis,
            String state,
            long startupMillis,
            String address,
            String stopSignal) {

        /** The process, if this very one still runs. */
        public Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .filter(
                            start ->
                                    Duration.between(start, Instant.ofEpochMilli(startedAtMillis))
                                                    .abs()
                                                    .compareTo(START_TIME_TOLERANCE)
                                            <= 0)
                    .isPresent();
        }

        Entry in(String newState, long millis) {
            return new Entry(pid, startedAtMillis, newState, millis, address, stopSignal);
        }
    }

    /** Notes a process that has just been started. */
    public synchronized void started(Child child) {
        put(child.part().name(), entry(child, child.part().address(), child.stopSignal()));
    }

    /** Notes the process that runs this code as the supervisor. */
    public synchronized void supervisor(String address) {
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        put(SUPERVISOR, new Entry(self.pid(), start, "ready", 0, address, "TERM"));
    }

    /** Notes what has become of a process. {@code startupMillis}: 0 unless it is ready. */
    public synchronized void changed(String name, String state, long startupMillis) {
        Entry entry = entries.get(name);
        if (entry != null) {
            put(name, entry.in(state, startupMillis));
        }
    }

    /** The entries on disk by name, those of a supervisor that was killed included. */
    public synchronized Map<String, Entry> stored() {
        try {
            return Files.exists(file) ? json.readValue(file.toFile(), SHAPE) : Map.of();
        } catch (IOException e) {
            throw new StackFailure(
                    "The list of processes in "
                            + file
                            + " cannot be read: stop what still runs by hand and delete the file.",
                    e);
        }
    }

    /** Asks the supervisor to stop the shop and waits for it; false if there is none. */
    public boolean stopSupervisor() {
        Entry supervisor = stored().get(SUPERVISOR);
        if (supervisor == null || supervisor.running().isEmpty()) {
            return false;
        }
        supervisor.running().ifPresent(process -> Signals.stop(process, "TERM", SUPERVISOR_STOP));
        return true;
    }

    /**
     * Stops every process on disk that still runs, services first, and forgets them all. Returns
     * their names.
     */
    public synchronized List<String> stopLeftovers() throws IOException {
        List<Map.Entry<String, Entry>> running =
                stored().entrySet().stream()
                        .filter(stored -> stored.getValue().running().isPresent())
                        .sorted(Comparator.comparing(stored -> isStore(stored.getKey())))
                        .toList();
        for (Map.Entry<String, Entry> left : running) {
            Entry entry = left.getValue();
            entry.running().ifPresent(process -> Signals.stop(process, entry.stopSignal(), STOP));
        }
        Files.deleteIfExists(file);
        entries.clear();
        return running.stream().map(Map.Entry::getKey).toList();
    }

    /** Removes the file: nothing runs any more. */
    public synchronized void close() throws IOException {
        entries.clear();
        Files.deleteIfExists(file);
    }

    private static boolean isStore(String name) {
        return List.of("postgres", "redis", "kafka").contains(name);
    }

    private static Entry entry(Child child, String address, String stopSignal) {
        Instant start = child.systemStart();
        return new Entry(child.pid(), start.toEpochMilli(), "starting", 0, address, stopSignal);
    }

    private void put(String name, Entry entry) {
        entries.put(name, entry);
        try {
            AtomicFile.write(
                    file, json.writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } catch (IOException e) {
            throw new StackFailure(
                    "The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
