package io.swiftcart.stack.supervision;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Child;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.process.ProcessTable;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One part that is kept running until it is stopped. */
final class Supervised {

    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Part part;
    private final Layout layout;
    private final ProcessTable table;
    private final Runnable restarted;
    private final PrintStream out;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Child child;

    Supervised(Part part, Layout layout, ProcessTable table, Runnable restarted, PrintStream out) {
        this.part = part;
        this.layout = layout;
        this.table = table;
        this.restarted = restarted;
        this.out = out;
    }

    String name() {
        return part.name();
    }

    synchronized long pid() {
        return child == null ? 0 : child.pid();
    }

    /**
     * Starts it for the first time and waits until it is ready; whatever goes wrong now is told to
     * the user.
     */
    void start() {
        Child started = spawn();
        if (started == null) {
            return;
        }
        ready(started);
        Thread.ofVirtual().name("watch " + name()).start(() -> watch(started));
    }

    /** Stops it for good; returns when it is gone. Never fails. */
    void stop() {
        stopping.countDown();
        Child last;
        synchronized (this) {
            last = child;
        }
        if (last != null) {
            last.stop(STOP);
        }
    }

    /** Null if it is being stopped: from then on nothing is started. */
    private synchronized @Nullable Child spawn() {
        if (stopped()) {
            return null;
        }
        Child started = Child.start(part, layout);
        child = started;
        table.started(started);
        return started;
    }

    private void ready(Child started) {
        started.awaitReady(START);
        table.changed(
                name(), "ready", Duration.between(started.startedAt(), Instant.now()).toMillis());
    }

    private void watch(Child first) {
        Child current = first;
        while (current != null) {
            current.onExit().join();
            Duration pause = backoff.after(Duration.between(current.startedAt(), Instant.now()));
            if (stopped()) {
                return;
            }
            out.println(name() + " ended; it is started again in " + pause.toMillis() + " ms.");
            current = revive(current, pause);
        }
    }

    /** The next process, ready or not; the same one, which is dead, if none could be started. */
    private @Nullable Child revive(Child dead, Duration pause) {
        try {
            table.changed(name(), "restarting", 0);
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
            Child next = spawn();
            if (next != null) {
                await(next);
            }
            return next;
        } catch (StackFailure e) {
            out.println(e.sentence());
            return dead;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void await(Child next) {
        try {
            ready(next);
            out.println(name() + " is ready again.");
            restarted.run();
        } catch (StackFailure e) {
            if (!stopped()) {
                out.println(e.sentence());
                next.stop(STOP);
            }
        }
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }
}
