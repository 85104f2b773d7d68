package io.swiftcart.platform.lifecycle;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunningComponentTest {
    @Inject Running running;
    @Inject Scheduler scheduler;
    @Inject Database database;
    @Inject EventBus bus;

    @Test
    void a_service_that_is_up_works_by_itself() {
        assertTrue(running.now());
        assertTrue(scheduler.isRunning());
    }

    @Test
    void schedules_and_wake_ups_rest_from_the_beginning_of_the_shutdown() {
        AtomicInteger calls = new AtomicInteger();
        var listening = bus.consumer(Database.COMMITTED).handler(_ -> calls.incrementAndGet());
        try {
            running.end(new ShutdownEvent());
            assertFalse(running.now());
            assertFalse(scheduler.isRunning());
            database.announce();
        } finally {
            running.begin(new StartupEvent());
        }

        database.announce();

        await().until(() -> calls.get() > 0);
        assertEquals(1, calls.get());
        assertTrue(scheduler.isRunning());
        listening.unregister().await().indefinitely();
    }
}
