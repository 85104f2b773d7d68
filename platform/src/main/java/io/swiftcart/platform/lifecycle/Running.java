package io.swiftcart.platform.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether the service is up: true from the end of its start-up to the beginning of its shutdown.
 *
 * <p>All schedules of the service follow it: they begin halted ({@code
 * quarkus.scheduler.start-mode}), because the framework starts them before messaging, and pause
 * before pools and channels close. Nothing is lost: what waits lies in the database.
 */
@Singleton
public class Running {
    private static final int AFTER_ALL = 1_000_000;
    private static final int BEFORE_ALL = 1;

    private final Scheduler scheduler;
    private volatile boolean running;

    Running(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Whether background work makes sense at this moment. */
    public boolean now() {
        return running;
    }

    void begin(@Observes @Priority(AFTER_ALL) StartupEvent started) {
        running = true;
        if (scheduler.isStarted()) {
            scheduler.resume();
        }
    }

    void end(@Observes @Priority(BEFORE_ALL) ShutdownEvent stopping) {
        running = false;
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }
}
