package io.swiftcart.account.letters;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.EmailAddress;
import io.swiftcart.account.encryption.Keyring;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.id.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mails that wait in the database. Nothing is looked up before one is sent, so that whoever
 * asks for a mail cannot tell from the answer, nor from its time, whether the address is known.
 */
@ApplicationScoped
public class Letters {
    private static final String ADD =
            """
            insert into letter (id, kind, recipient, content, correlation_id, created_at, due_at)
            values ($1, $2, $3, $4, $5, $6, $6) on conflict on constraint letter_waits_once do nothing
            """;
    private static final String TAKE =
            """
            update letter set due_at = $2, attempts = attempts + 1
            where id in (select id from letter where due_at <= $1 order by due_at limit $3 for update skip locked)
            returning id, kind, content, correlation_id, created_at
            """;
    private static final String REMOVE = "delete from letter where id = $1";

    private final Keyring keyring;
    private final Clock clock;

    Letters(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    /** One more of a kind to an address waits for nothing: the first is on its way. */
    public Uni<Void> add(SqlClient tx, Purpose purpose, String email, @Nullable UUID customer) {
        UUID id = Ids.next();
        String owner = customer == null ? "" : customer.toString();
        JsonObject content = new JsonObject().put("email", email).put("customer", owner);
        Tuple values =
                Tuple.of(
                                id,
                                purpose.name(),
                                Buffer.buffer(
                                        keyring.index(
                                                "letter",
                                                owner + '\n' + EmailAddress.comparable(email))),
                                keyring.seal(content.encode(), place(id)))
                        .addString(Correlation.current())
                        .addOffsetDateTime(at(clock.instant()));
        return tx.preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    /** Takes what is due; nobody else takes it before {@code leaseEnds}. */
    Uni<List<Letter>> take(SqlClient client, Instant leaseEnds, int max) {
        return client.preparedQuery(TAKE)
                .execute(Tuple.of(at(clock.instant()), at(leaseEnds), max))
                .map(this::all);
    }

    Uni<Void> remove(SqlClient client, UUID id) {
        return client.preparedQuery(REMOVE).execute(Tuple.of(id)).replaceWithVoid();
    }

    private List<Letter> all(RowSet<Row> rows) {
        List<Letter> letters = new ArrayList<>();
        rows.forEach(row -> letters.add(from(row)));
        return letters;
    }

    private Letter from(Row row) {
        UUID id = row.getUUID("id");
        JsonObject content = new JsonObject(keyring.open(row.getString("content"), place(id)));
        String owner = content.getString("customer");
        return new Letter(
                id,
                Purpose.valueOf(row.getString("kind")),
                content.getString("email"),
                owner.isEmpty() ? null : UUID.fromString(owner),
                row.getString("correlation_id"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static String place(UUID id) {
        return "letter|content|" + id;
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
