package io.swiftcart.platform.outbox;

import static org.awaitility.Awaitility.await;

import io.swiftcart.platform.database.Database;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.Facts.Received;
import io.swiftcart.things.Happened;
import io.swiftcart.things.Parts;
import io.swiftcart.things.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Adds facts as a use case does, and looks at what becomes of them. */
@ApplicationScoped
class Relayed {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final Outbox outbox;
    private final Sql sql;

    Relayed(Database database, Outbox outbox, Sql sql) {
        this.database = database;
        this.outbox = outbox;
        this.sql = sql;
    }

    /** One transaction. */
    void add(Fact... facts) {
        database.inTransaction(tx -> outbox.add(tx, List.of(facts))).await().atMost(PATIENCE);
    }

    /** In a transaction of the caller's. */
    void addIn(SqlConnection session, Fact... facts) {
        outbox.add(session, List.of(facts)).await().atMost(PATIENCE);
    }

    SqlConnection session() {
        return database.pool().getConnection().await().atMost(PATIENCE);
    }

    static Fact fact(String key, int number) {
        return fact(Parts.HAPPENED, key, Happened.to(key + "#" + number));
    }

    static Fact fact(String topic, String key, @Nullable Happened payload) {
        return new Fact(
                payload == null ? Happened.to(key).eventId() : payload.eventId(),
                topic,
                key,
                "io.swiftcart.things.happened.v1",
                "subject of " + key,
                Instant.parse("2026-11-20T12:34:56Z"),
                payload);
    }

    static List<String> ids(List<Received> facts) {
        return facts.stream().map(fact -> fact.headers().get("ce_id")).toList();
    }

    static List<String> idsOf(List<Fact> facts) {
        return facts.stream().map(fact -> fact.id().toString()).toList();
    }

    static List<Received> published(String key, int count) {
        return Facts.consume(Parts.HAPPENED).ofKey(key, count);
    }

    static List<Fact> facts(String key, int count) {
        return IntStream.range(0, count).mapToObj(number -> fact(key, number)).toList();
    }

    long waiting(String key) {
        return sql.count("select count(*) from outbox where aggregateid = $1", key);
    }

    void awaitGone(String key) {
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(key) == 0);
    }
}
