package io.swiftcart.platform.outbox;

import static io.swiftcart.platform.outbox.Relayed.fact;
import static io.swiftcart.platform.outbox.Relayed.published;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.database.ProxiedDatabase;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.stack.testing.TcpProxy.Fault;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that swallows everything and closes nothing: no error tells of it. */
@QuarkusTest
class SilentDatabaseComponentTest {
    private static final Duration ENDS = ProxiedDatabase.SILENCE.multipliedBy(5);
    private static final String END_LEADER =
            """
            select pg_terminate_backend(pid)
            from pg_locks join pg_database on pg_database.oid = database
            where locktype = 'advisory' and granted and datname = current_database()
            """;

    @Inject ProxiedDatabase proxied;
    @Inject FactPublisher publisher;
    @Inject Running running;
    @Inject Scheduler scheduler;
    @Inject Relayed relayed;
    @Inject Sql sql;

    private final String key = UUID.randomUUID().toString();
    private Database database;

    @BeforeEach
    void open() {
        database = proxied.open();
    }

    @AfterEach
    void close() {
        proxied.close();
    }

    @Test
    void a_connection_that_fell_silent_is_given_up_and_its_place_is_free_again() {
        count();

        proxied.is(Fault.HALF_OPEN);
        assertThrows(RuntimeException.class, this::count);
        proxied.is(Fault.NONE);

        assertEquals(1, count());
    }

    @Test
    void the_relay_leads_again_after_its_session_fell_silent() {
        OutboxRelay relay =
                new OutboxRelay(
                        new OutboxRepository(database, ProxiedDatabase.SILENCE),
                        publisher,
                        new RestingKeys(Clock.systemUTC(), new SimpleMeterRegistry()),
                        running);
        scheduler.pause();
        try {
            sql.rows(END_LEADER);
            relayed.add(fact(key, 1));
            await().until(() -> gone(relay));

            proxied.is(Fault.HALF_OPEN);
            relay.look().await().atMost(ENDS);
            proxied.is(Fault.NONE);

            relayed.add(fact(key, 2));
            await().atMost(ENDS).until(() -> gone(relay));
        } finally {
            scheduler.resume();
        }
        assertEquals(2, published(key, 2).size());
    }

    private boolean gone(OutboxRelay relay) {
        relay.look().await().atMost(ENDS);
        return relayed.waiting(key) == 0;
    }

    private int count() {
        return database.pool().query("select 1").execute().await().atMost(ENDS).size();
    }
}
