package io.swiftcart.account.addresses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.encryption.DataKey;
import io.swiftcart.platform.encryption.Field;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in the database, each encrypted under its owner's key; every statement names the owner.
 */
@ApplicationScoped
class AddressRepository {
    private static final String COLUMNS = " id, content, version, created_at, updated_at ";
    private static final String PAGE =
            "select"
                    + COLUMNS
                    + "from address where customer_id = $1 and id > $2 order by id limit $3";
    private static final String ONE =
            "select" + COLUMNS + "from address where id = $1 and customer_id = $2";
    private static final String COUNT =
            "select count(*) as addresses from address where customer_id = $1";
    private static final String ADD =
            "insert into address (id, customer_id, content, created_at, updated_at) values ($1, $2, $3, $4, $4) returning"
                    + COLUMNS;
    private static final String CHANGE =
            "update address set content = $3, updated_at = $4, version = version + 1 where id = $1 and customer_id = $2"
                    + " returning"
                    + COLUMNS;
    private static final String REMOVE = "delete from address where id = $1 and customer_id = $2";

    private final ObjectMapper json;
    private final Clock clock;

    AddressRepository(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Uni<List<AddressView>> page(SqlClient client, UUID owner, DataKey key, UUID after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(owner, after, limit))
                .map(rows -> all(rows, key));
    }

    /** Null when the owner has no such address. */
    Uni<@Nullable AddressView> find(SqlClient client, UUID owner, DataKey key, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id, owner))
                .map(rows -> single(rows, key));
    }

    Uni<Long> count(SqlClient tx, UUID owner) {
        return tx.preparedQuery(COUNT)
                .execute(Tuple.of(owner))
                .map(rows -> rows.iterator().next().getLong("addresses"));
    }

    Uni<AddressView> add(SqlClient tx, UUID owner, DataKey key, UUID id, AddressRequest address) {
        return write(tx, ADD, owner, key, id, address);
    }

    Uni<AddressView> change(
            SqlClient tx, UUID owner, DataKey key, UUID id, AddressRequest address) {
        return write(tx, CHANGE, owner, key, id, address);
    }

    /** Whether there was one. */
    Uni<Boolean> remove(SqlClient tx, UUID owner, UUID id) {
        return tx.preparedQuery(REMOVE)
                .execute(Tuple.of(id, owner))
                .map(rows -> rows.rowCount() > 0);
    }

    private Uni<AddressView> write(
            SqlClient tx, String sql, UUID owner, DataKey key, UUID id, AddressRequest address) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return tx.preparedQuery(sql)
                .execute(Tuple.of(id, owner, encrypted(key, id, address), now))
                .map(rows -> from(rows.iterator().next(), key));
    }

    private List<AddressView> all(RowSet<Row> rows, DataKey key) {
        List<AddressView> addresses = new ArrayList<>();
        rows.forEach(row -> addresses.add(from(row, key)));
        return addresses;
    }

    private @Nullable AddressView single(RowSet<Row> rows, DataKey key) {
        return rows.size() == 0 ? null : from(rows.iterator().next(), key);
    }

    private AddressView from(Row row, DataKey key) {
        UUID id = row.getUUID("id");
        return AddressView.of(
                id,
                read(
                        Objects.requireNonNull(
                                key.open(field(id), row.getBuffer("content").getBytes()))),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private String written(AddressRequest address) {
        try {
            return json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AddressRequest read(String text) {
        try {
            return json.readValue(text, AddressRequest.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Buffer encrypted(DataKey key, UUID id, AddressRequest address) {
        return Buffer.buffer(Objects.requireNonNull(key.seal(field(id), written(address))));
    }

    private static Field field(UUID id) {
        return new Field("address", "content", id.toString());
    }
}
