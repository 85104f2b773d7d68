package io.swiftcart.account.letters;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.BlindIndex;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.DataKeys;
import io.swiftcart.platform.encryption.Field;
import io.swiftcart.platform.id.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mails that wait in the database, under a data key that is nobody's. Nothing is looked up
 * before one is sent, so that whoever asks for a mail cannot tell from the answer, nor from its
 * time, whether the address is known.
 */
@ApplicationScoped
public class Letters {
    private static final String KEY = "letters";
    private static final String ADD =
            """
            insert into letter (id, kind, recipient, content, correlation_id, created_at, due_at, customer_id)
            values ($1, $2, $3, $4, $5, $6, $6, $7) on conflict on constraint letter_waits_once do nothing
            """;
    private static final String TAKE =
            """
            update letter set due_at = $2, attempts = attempts + 1
            where id in (select id from letter where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning id, kind, content, correlation_id, created_at
            """;
    private static final String WITHDRAW = "delete from letter where customer_id = $1";
    private static final String REMOVE = "delete from letter where id = $1";

    private final Database database;
    private final DataKeys dataKeys;
    private final BlindIndex blindIndex;
    private final Clock clock;

    Letters(Database database, DataKeys dataKeys, BlindIndex blindIndex, Clock clock) {
        this.database = database;
        this.dataKeys = dataKeys;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /**
     * Queues a mail; {@code customer} null when only the address is known. One more of a kind to an
     * address waits for nothing: the first is on its way.
     */
    public Uni<Void> add(Purpose purpose, String email, @Nullable UUID customer) {
        return dataKeys.of(KEY)
                .chain(key -> insert(key, purpose, email, customer))
                .invoke(database::announce);
    }

    /** Takes what is due; nobody else takes it before {@code leaseEnds}. */
    Uni<List<Letter>> take(Instant leaseEnds, int max) {
        return database.pool()
                .preparedQuery(TAKE)
                .execute(Tuple.of(at(clock.instant()), at(leaseEnds), max))
                .chain(this::opened);
    }

    /** Nothing of what waits for this customer is sent any more. */
    public Uni<Void> withdraw(SqlConnection tx, UUID customer) {
        return tx.preparedQuery(WITHDRAW).execute(Tuple.of(customer)).replaceWithVoid();
    }

    Uni<Void> remove(UUID id) {
        return database.pool().preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private Uni<Void> insert(DataKey key, Purpose purpose, String email, @Nullable UUID customer) {
        UUID id = Ids.next();
        String owner = customer == null ? "" : customer.toString();
        JsonObject content = new JsonObject().put("email", email).put("customer", owner);
        byte[] encrypted = Objects.requireNonNull(key.seal(field(id), content.encode()));
        Tuple values =
                Tuple.tuple()
                        .addUUID(id)
                        .addString(purpose.name())
                        .addValue(
                                Buffer.buffer(
                                        blindIndex.ofEmail(
                                                "letter", "recipient", owner + '|' + email)))
                        .addValue(Buffer.buffer(encrypted))
                        .addString(Correlation.current())
                        .addOffsetDateTime(at(clock.instant()))
                        .addUUID(customer);
        return database.pool().preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    private Uni<List<Letter>> opened(RowSet<Row> rows) {
        return rows.size() == 0
                ? Uni.createFrom().item(List.of())
                : dataKeys.of(KEY).map(key -> opened(rows, key));
    }

    private static List<Letter> opened(RowSet<Row> rows, DataKey key) {
        List<Letter> letters = new ArrayList<>();
        rows.forEach(row -> letters.add(from(row, key)));
        return letters;
    }

    private static Letter from(Row row, DataKey key) {
        UUID id = row.getUUID("id");
        JsonObject content =
                new JsonObject(
                        Objects.requireNonNull(
                                key.open(field(id), row.getBuffer("content").getBytes())));
        String owner = content.getString("customer");
        return new Letter(
                id,
                Purpose.valueOf(row.getString("kind")),
                content.getString("email"),
                owner.isEmpty() ? null : UUID.fromString(owner),
                row.getString("correlation_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Field field(UUID id) {
        return new Field("letter", "content", id.toString());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
