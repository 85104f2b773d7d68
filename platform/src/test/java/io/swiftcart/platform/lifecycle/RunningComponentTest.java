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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
        List<String> heard = new CopyOnWriteArrayList<>();
        var listening =
                bus.<String>consumer(Database.COMMITTED)
                        .handler(message -> heard.add(message.body()));
        try {
            running.end(new ShutdownEvent());
            assertFalse(running.now());
            assertFalse(scheduler.isRunning());
            heard.clear();
            database.announce();
            bus.publish(Database.COMMITTED, "later");
            await().until(() -> heard.contains("later"));
            assertEquals(List.of("later"), heard);
        } finally {
            running.begin(new StartupEvent());
        }

        database.announce();

        await().until(() -> heard.contains(""));
        assertTrue(scheduler.isRunning());
        listening.unregister().await().indefinitely();
    }
}
