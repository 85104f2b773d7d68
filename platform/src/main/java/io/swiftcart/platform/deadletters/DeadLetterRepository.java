package io.swiftcart.platform.deadletters;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.deadletters.DeadLetter.Header;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of dead letters. */
@ApplicationScoped
class DeadLetterRepository {
    private static final String INSERT =
            """
            insert into dead_letter (id, topic, read_from, partition, "offset", key, consumer, reason, stack_hash,
                                     headers, payload, attempts, failed_at, correlation_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            on conflict do nothing
            """;
    private static final String PAGE =
            """
            select * from dead_letter
            where ($1::text is null or topic = $1) and ($2::uuid is null or id < $2)
            order by id desc limit $3
            """;

    /** Those that were replayed already are meant only when they are named. */
    private static final String MATCHING =
            """
            from dead_letter
            where ($1::text is null or topic = $1)
              and case when $2::uuid[] is null then replayed_at is null else id = any($2) end
            """;

    private static final String COUNT = "select count(*) " + MATCHING;
    private static final String NEXT =
            "select * " + MATCHING + " and ($3::uuid is null or id > $3) order by id limit $4";
    private static final String REPLAYED = "update dead_letter set replayed_at = $2 where id = $1";
    private static final String FORGET =
            "delete from dead_letter where failed_at < now() - make_interval(days => $1)";

    Uni<Void> insert(SqlClient client, DeadLetter letter) {
        return client.preparedQuery(INSERT)
                .execute(
                        Tuple.tuple()
                                .addUUID(letter.id())
                                .addString(letter.topic())
                                .addString(letter.readFrom())
                                .addInteger(letter.partition())
                                .addLong(letter.offset())
                                .addValue(buffer(letter.key()))
                                .addString(letter.consumer())
                                .addString(letter.reason())
                                .addString(letter.stackHash())
                                .addValue(json(letter.headers()))
                                .addValue(buffer(letter.payload()))
                                .addInteger(letter.attempts())
                                .addOffsetDateTime(letter.failedAt().atOffset(ZoneOffset.UTC))
                                .addString(letter.correlationId()))
                .replaceWithVoid();
    }

    Uni<List<DeadLetter>> page(
            SqlClient client, @Nullable String topic, @Nullable UUID before, int most) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(topic, before, most))
                .map(DeadLetterRepository::letters);
    }

    Uni<Long> count(SqlClient client, @Nullable String topic, @Nullable List<UUID> ids) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(topic, array(ids)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<DeadLetter>> next(
            SqlClient client,
            @Nullable String topic,
            @Nullable List<UUID> ids,
            @Nullable UUID after,
            int most) {
        return client.preparedQuery(NEXT)
                .execute(Tuple.of(topic, array(ids), after, most))
                .map(DeadLetterRepository::letters);
    }

    Uni<Void> replayed(SqlClient client, UUID id, Instant now) {
        return client.preparedQuery(REPLAYED)
                .execute(Tuple.of(id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Integer> forget(SqlClient client, int days) {
        return client.preparedQuery(FORGET).execute(Tuple.of(days)).map(RowSet::rowCount);
    }

    private static UUID @Nullable [] array(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static JsonArray json(List<Header> headers) {
        JsonArray json = new JsonArray();
        headers.forEach(
                header -> json.add(JsonObject.of("name", header.name(), "value", header.value())));
        return json;
    }

    private static List<DeadLetter> letters(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeadLetterRepository::letter)
                .toList();
    }

    private static DeadLetter letter(Row row) {
        OffsetDateTime replayedAt = row.getOffsetDateTime("replayed_at");
        return new DeadLetter(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("read_from"),
                row.getInteger("partition"),
                row.getLong("offset"),
                bytes(row.getBuffer("key")),
                row.getString("consumer"),
                row.getString("reason"),
                row.getString("stack_hash"),
                headers(row.getJsonArray("headers")),
                bytes(row.getBuffer("payload")),
                row.getInteger("attempts"),
                row.getOffsetDateTime("failed_at").toInstant(),
                replayedAt == null ? null : replayedAt.toInstant(),
                row.getString("correlation_id"));
    }

    private static byte @Nullable [] bytes(io.vertx.mutiny.core.buffer.@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    private static List<Header> headers(JsonArray json) {
        return json.stream()
                .map(JsonObject.class::cast)
                .map(header -> new Header(header.getString("name"), header.getBinary("value")))
                .toList();
    }
}
