package io.swiftcart.stack.supervision;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.process.ProcessTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All processes of one shop, in stages. Stopping goes through the stages backwards. Safe for
 * threads.
 */
final class Supervisor {

    private final Layout layout;
    private final ProcessTable table;
    private final PrintStream out;
    private final List<List<Supervised>> stages = new ArrayList<>();
    private volatile Runnable restarted = () -> {};
    private volatile boolean stopping;

    Supervisor(Layout layout, ProcessTable table, PrintStream out) {
        this.layout = layout;
        this.table = table;
        this.out = out;
    }

    /** Called after a process has been started again and is ready. */
    void afterRestart(Runnable action) {
        restarted = action;
    }

    boolean stopping() {
        return stopping;
    }

    /**
     * Starts the parts of all these stages side by side and waits for all; the first failure is
     * thrown when every one has settled.
     */
    void start(List<List<Part>> parts) {
        List<List<Supervised>> starting = parts.stream().map(this::supervised).toList();
        synchronized (stages) {
            if (stopping) {
                return;
            }
            stages.addAll(starting);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            starting.forEach(stage -> stage.forEach(one -> starts.add(threads.submit(one::start))));
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackFailure failure) {
                throw failure;
            }
            throw new StackFailure("A process cannot be started: " + e.getCause() + ".", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Supervised> supervised(List<Part> stage) {
        return stage.stream()
                .map(part -> new Supervised(part, layout, table, () -> restarted.run(), out))
                .toList();
    }

    /** Process ids by name. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        synchronized (stages) {
            stages.forEach(stage -> stage.forEach(one -> pids.put(one.name(), one.pid())));
        }
        return pids;
    }

    /**
     * Stops everything, last stage first, each stage side by side. Never fails; a second call waits
     * for nothing.
     */
    void stop() {
        List<List<Supervised>> all;
        synchronized (stages) {
            stopping = true;
            all = new ArrayList<>(stages.reversed());
            stages.clear();
        }
        for (List<Supervised> stage : all) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                stage.forEach(one -> threads.execute(one::stop));
            }
        }
    }
}
