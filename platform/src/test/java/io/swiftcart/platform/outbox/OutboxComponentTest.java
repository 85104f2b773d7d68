package io.swiftcart.platform.outbox;

import static io.swiftcart.platform.outbox.Relayed.fact;
import static io.swiftcart.platform.outbox.Relayed.facts;
import static io.swiftcart.platform.outbox.Relayed.ids;
import static io.swiftcart.platform.outbox.Relayed.idsOf;
import static io.swiftcart.platform.outbox.Relayed.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxComponentTest {
    @Inject Relayed relayed;
    @Inject Outbox outbox;
    @Inject Database database;
    @Inject Sql sql;
    @Inject ObjectMapper json;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_fact_reaches_kafka_in_its_envelope() throws Exception {
        Happened payload = Happened.to("enveloped-" + key);
        Fact fact = fact(Parts.HAPPENED, key, payload);

        relayed.add(fact);

        Received received = published(key, 1).getFirst();
        assertEquals(payload, json.readValue(received.json(), Happened.class));
        Map<String, String> headers = received.headers();
        assertEquals(
                Set.of(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_time",
                        "ce_subject",
                        "content-type",
                        "traceparent",
                        "correlation-id"),
                headers.keySet());
        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals(fact.id().toString(), headers.get("ce_id"));
        assertEquals("io.swiftcart.things.happened.v1", headers.get("ce_type"));
        assertEquals("/platform", headers.get("ce_source"));
        assertEquals("2026-11-20T12:34:56Z", headers.get("ce_time"));
        assertEquals("subject of " + key, headers.get("ce_subject"));
        assertEquals("application/json", headers.get("content-type"));
        assertTrue(headers.getOrDefault("correlation-id", "").matches("[A-Za-z0-9._-]{1,64}"));
        assertTrue(
                headers.getOrDefault("traceparent", "").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void what_the_broker_has_is_gone_from_the_outbox() {
        relayed.add(fact(key, 1));

        assertEquals(1, published(key, 1).size());
        relayed.awaitGone(key);
    }

    @Test
    void a_tombstone_has_no_value() {
        relayed.add(fact(Parts.HAPPENED, key, null));

        assertNull(published(key, 1).getFirst().json());
    }

    @Test
    void nothing_to_tell_is_no_statement() {
        assertNull(outbox.add(null, List.of()).await().indefinitely());
    }

    @Test
    void the_facts_of_a_key_keep_their_order_over_transactions_and_batches() {
        List<Fact> mine = facts(key, 700);
        List<Fact> others = facts("other-" + key, 700);

        relayed.add(mine.subList(0, 600).toArray(Fact[]::new));
        relayed.add(others.toArray(Fact[]::new));
        mine.subList(600, 700).forEach(relayed::add);

        assertEquals(idsOf(mine), ids(published(key, 700)));
        assertEquals(idsOf(others), ids(published("other-" + key, 700)));
        relayed.awaitGone(key);
    }

    @Test
    void a_transaction_that_is_rolled_back_publishes_nothing() {
        Fact never = fact(key, 1);
        Fact then = fact(key, 2);

        assertThrows(
                IllegalStateException.class,
                () ->
                        database.inTransaction(
                                        tx ->
                                                outbox.add(tx, List.of(never))
                                                        .chain(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .failure(
                                                                                        new IllegalStateException(
                                                                                                "no"))))
                                .await()
                                .indefinitely());
        relayed.add(then);

        assertEquals(idsOf(List.of(then)), ids(published(key, 1)));
    }

    @Test
    void a_transaction_that_commits_late_loses_nothing() {
        Fact early = fact("late-" + key, 1);
        Fact late = fact(key, 2);
        SqlConnection session = relayed.session();
        Transaction open = session.begin().await().indefinitely();
        relayed.addIn(session, early);

        relayed.add(late);
        assertEquals(1, published(key, 1).size());
        relayed.awaitGone(key);
        open.commit().await().indefinitely();
        session.close().await().indefinitely();

        assertEquals(idsOf(List.of(early)), ids(published("late-" + key, 1)));
        relayed.awaitGone("late-" + key);
    }

    @Test
    void a_row_that_cannot_be_sent_holds_up_its_own_key_alone() {
        Happened huge = Happened.to("x".repeat(2_000_000));
        Fact unknownTopic = fact("things.nowhere.v1", "nowhere-" + key, Happened.to("a"));
        Fact tooLarge = fact(Parts.HAPPENED, "huge-" + key, huge);
        List<Fact> good = facts(key, 3);

        relayed.add(unknownTopic, fact("nowhere-" + key, 1));
        relayed.add(tooLarge, fact("huge-" + key, 1));
        relayed.add(good.toArray(Fact[]::new));

        assertEquals(idsOf(good), ids(published(key, 3)));
        List<Fact> more = facts(key, 2);
        relayed.add(more.toArray(Fact[]::new));
        assertEquals(5, new HashSet<>(ids(published(key, 5))).size());
        assertEquals(2, relayed.waiting("nowhere-" + key));
        assertEquals(2, relayed.waiting("huge-" + key));

        sql.rows("delete from outbox where id = $1", unknownTopic.id());
        sql.rows("delete from outbox where id = $1", tooLarge.id());
        assertEquals(1, Facts.consume(Parts.HAPPENED).ofKey("huge-" + key, 1).size());
        relayed.awaitGone("nowhere-" + key);
    }

    @Test
    void a_statement_of_the_callers_own_takes_the_same_rows() {
        Fact fact = fact(key, 1);
        var row = outbox.rows(List.of(fact)).getJsonObject(0);

        assertEquals(Set.of("id", "topic", "key", "type", "payload", "headers"), row.fieldNames());
        assertEquals(fact.id().toString(), row.getString("id"));
    }
}
