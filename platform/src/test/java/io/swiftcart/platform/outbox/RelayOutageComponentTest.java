package io.swiftcart.platform.outbox;

import static io.swiftcart.platform.outbox.Relayed.fact;
import static io.swiftcart.platform.outbox.Relayed.facts;
import static io.swiftcart.platform.outbox.Relayed.ids;
import static io.swiftcart.platform.outbox.Relayed.idsOf;
import static io.swiftcart.platform.outbox.Relayed.published;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.platform.lifecycle.Running;
import io.swiftcart.stack.testing.Facts.Received;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayOutageComponentTest {
    private static final String LEADER =
            """
            select pid, (classid::bigint << 32) | objid::bigint as lock
            from pg_locks join pg_database on pg_database.oid = database
            where locktype = 'advisory' and granted and datname = current_database()
            """;

    @Inject OutboxRepository outbox;
    @Inject FactPublisher publisher;
    @Inject Running running;
    @Inject Vertx vertx;
    @Inject Scheduler scheduler;
    @Inject Relayed relayed;
    @Inject Sql sql;

    private final String key = UUID.randomUUID().toString();

    @Test
    void facts_of_a_broker_that_is_away_wait_and_then_all_arrive_in_order() {
        List<Fact> before = facts(key, 5);
        List<Fact> meanwhile = facts(key, 20);
        List<Fact> after = facts(key, 5);

        before.forEach(relayed::add);
        Parts.withoutKafka(
                () -> {
                    meanwhile.forEach(relayed::add);
                    await().during(Duration.ofSeconds(7))
                            .atMost(Duration.ofSeconds(40))
                            .until(() -> relayed.waiting(key) >= 20);
                });
        after.forEach(relayed::add);

        await().atMost(Duration.ofSeconds(60)).until(() -> relayed.waiting(key) == 0);
        List<Received> arrived = published(key, 30);
        List<String> all =
                java.util.stream.Stream.of(before, meanwhile, after)
                        .flatMap(facts -> idsOf(facts).stream())
                        .toList();
        assertEquals(all, List.copyOf(new LinkedHashSet<>(ids(arrived))));
    }

    @Test
    void another_replica_takes_over_where_the_dead_leader_stopped_and_sees_late_commits() {
        OutboxRelay other = replica(Duration.ZERO);
        List<Fact> facts = facts(key, 100);
        Fact late = fact("late-" + key, 1);
        SqlConnection session = relayed.session();
        Transaction open = session.begin().await().indefinitely();
        relayed.addIn(session, late);
        int leader = awaitLeader();

        facts.subList(0, 50).forEach(relayed::add);
        other.look().await().indefinitely();
        assertEquals(leader, awaitLeader());
        scheduler.pause();
        try {
            sql.rows("select pg_terminate_backend($1)", leader);
            facts.subList(50, 100).forEach(relayed::add);
            await().until(() -> gone(key, other));
            assertNotEquals(leader, awaitLeader());
            open.commit().await().indefinitely();
            await().until(() -> gone("late-" + key, other));
        } finally {
            sql.rows("select pg_terminate_backend($1)", awaitLeader());
            session.close().await().indefinitely();
            scheduler.resume();
        }

        List<String> arrived = ids(published(key, 100));
        assertEquals(idsOf(facts), List.copyOf(new LinkedHashSet<>(arrived)));
        assertEquals(idsOf(List.of(late)), ids(published("late-" + key, 1)));
    }

    @Test
    void a_fact_that_comes_while_another_waits_travels_with_it() {
        OutboxRelay other = replica(Duration.ofSeconds(6));
        List<Fact> facts = facts(key, 2);
        int leader = awaitLeader();

        scheduler.pause();
        try {
            sql.rows("select pg_terminate_backend($1)", leader);
            await().until(() -> sql.rows(LEADER).isEmpty());
            relayed.add(facts.getFirst());
            var batch = other.look().subscribeAsCompletionStage();
            assertNotEquals(leader, awaitLeader());
            relayed.add(facts.getLast());
            assertEquals(2, relayed.waiting(key));
            await().atMost(Duration.ofSeconds(30)).until(batch::isDone);
            assertEquals(0, relayed.waiting(key));
        } finally {
            sql.rows("select pg_terminate_backend($1)", awaitLeader());
            scheduler.resume();
        }

        assertEquals(idsOf(facts), ids(published(key, 2)));
    }

    @Test
    void the_lead_moves_when_the_session_of_the_leader_is_killed() {
        var leader = await().until(() -> sql.rows(LEADER), rows -> rows.size() == 1).getFirst();
        SqlConnection other = relayed.session();
        var waiting =
                other.query("select pg_advisory_lock(" + leader.getLong("lock") + ")")
                        .execute()
                        .subscribeAsCompletionStage();

        sql.rows("select pg_terminate_backend($1)", leader.getInteger("pid"));
        await().until(waiting::isDone);

        relayed.add(fact(key, 1));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> relayed.waiting(key) == 1);

        other.query("select pg_advisory_unlock_all()").execute().await().indefinitely();
        other.close().await().indefinitely();
        assertEquals(1, published(key, 1).size());
        relayed.awaitGone(key);
        assertTrue(
                sql.rows(LEADER).stream()
                        .noneMatch(row -> row.getInteger("pid").equals(leader.getInteger("pid"))));
    }

    private OutboxRelay replica(Duration linger) {
        return new OutboxRelay(
                outbox,
                publisher,
                new RestingKeys(Clock.systemUTC(), new SimpleMeterRegistry()),
                running,
                vertx,
                linger);
    }

    private boolean gone(String ofKey, OutboxRelay relay) {
        relay.look().await().indefinitely();
        return relayed.waiting(ofKey) == 0;
    }

    private int awaitLeader() {
        return await().until(() -> sql.rows(LEADER), rows -> rows.size() == 1)
                .getFirst()
                .getInteger("pid");
    }
}
