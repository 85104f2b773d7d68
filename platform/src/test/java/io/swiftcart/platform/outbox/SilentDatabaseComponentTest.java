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
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that swallows everything and closes nothing: no error tells of it. */
@QuarkusTest
class SilentDatabaseComponentTest {
    private static final Duration ENDS = ProxiedDatabase.SILENCE.multipliedBy(5);
    private static final String LEADER =
            """
            select pid from pg_locks join pg_database on pg_database.oid = database
            where locktype = 'advisory' and granted and datname = current_database()
            """;

    private static final String SESSION = "select pid from pg_stat_activity where pid = $1";

    @Inject ProxiedDatabase proxied;
    @Inject FactPublisher publisher;
    @Inject Running running;
    @Inject Vertx vertx;
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

        await().atMost(ENDS).ignoreExceptions().untilAsserted(() -> assertEquals(1, count()));
    }

    @Test
    void the_relay_leads_again_after_its_session_fell_silent() {
        withRelay(
                relay -> {
                    proxied.is(Fault.HALF_OPEN);
                    relay.look().await().atMost(ENDS);
                    proxied.is(Fault.NONE);

                    relayed.add(fact(key, 2));
                    await().atMost(ENDS).until(() -> gone(relay));
                });
        assertEquals(2, published(key, 2).size());
    }

    @Test
    void a_broker_slower_than_silence_may_last_does_not_cost_the_lead() {
        withRelay(
                relay -> {
                    Integer leader = leader();
                    relayed.add(fact(key, 2));

                    Parts.withoutKafka(
                            () -> {
                                relay.look().await().atMost(ENDS);
                                assertEquals(leader, leader());
                            });

                    await().atMost(ENDS.multipliedBy(6)).until(() -> gone(relay));
                });
        assertEquals(2, published(key, 2).size());
    }

    /** Gives the lead to a relay of this test, which has sent a first fact. */
    private void withRelay(Consumer<OutboxRelay> test) {
        OutboxRelay relay =
                new OutboxRelay(
                        new OutboxRepository(database, ProxiedDatabase.SILENCE),
                        publisher,
                        new RestingKeys(Clock.systemUTC(), new SimpleMeterRegistry()),
                        running,
                        vertx,
                        Duration.ZERO);
        Integer leader = leader();
        scheduler.pause();
        try {
            sql.rows("select pg_terminate_backend($1)", leader);
            // It may have been given back to the pool meanwhile, and must not be taken out of it.
            await().ignoreExceptions().until(() -> sql.rows(SESSION, leader).isEmpty());
            relayed.add(fact(key, 1));
            await().until(() -> gone(relay));
            test.accept(relay);
        } finally {
            scheduler.resume();
        }
    }

    private Integer leader() {
        return await().until(() -> sql.rows(LEADER), rows -> rows.size() == 1)
                .getFirst()
                .getInteger("pid");
    }

    private boolean gone(OutboxRelay relay) {
        relay.look().await().atMost(ENDS);
        return relayed.waiting(key) == 0;
    }

    private int count() {
        return database.pool().query("select 1").execute().await().atMost(ENDS).size();
    }
}
