package io.swiftcart.inventory.ledger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.outbox.Fact;
import io.swiftcart.platform.outbox.Outbox;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Executes ledger statements, in a transaction or as transactions of their own. */
@ApplicationScoped
public class StockLedger {
    private static final UUID SET_BY_STATEMENT = new UUID(0, 0);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    /**
     * What every payload begins with; the statement adds {@code eventId} and what the fact is
     * about.
     */
    @RegisterForReflection(registerFullHierarchy = true)
    record Head(String eventType, Instant occurredAt) {}

    StockLedger(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Now, at the resolution that PostgreSQL keeps, so that a row and its facts carry the same
     * time.
     */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Executes the statement as a transaction of its own; gives the stock that it changed. */
    public Uni<List<StockLevel>> apply(LedgerStatement statement, @Nullable Object... operands) {
        return apply(database.pool(), statement, operands);
    }

    /** Executes the statement in the transaction {@code tx}; gives the stock that it changed. */
    public Uni<List<StockLevel>> apply(
            SqlClient tx, LedgerStatement statement, @Nullable Object... operands) {
        return execute(tx, statement, operands)
                .map(StockLedger::levels)
                .invoke(changed -> announce(tx, changed));
    }

    /** Executes the statement as a transaction of its own; gives the rows of its own answer. */
    public Uni<RowSet<Row>> execute(LedgerStatement statement, @Nullable Object... operands) {
        return execute(database.pool(), statement, operands)
                .invoke(() -> outbox.announce(database.pool()));
    }

    private Uni<RowSet<Row>> execute(
            SqlClient client, LedgerStatement statement, @Nullable Object... operands) {
        Instant now = now();
        List<@Nullable Object> values = new ArrayList<>(operands.length + 2);
        values.add(heads(statement.tells(), now));
        values.add(timestamp(now));
        values.addAll(Arrays.asList(operands));
        return client.preparedQuery(statement.sql()).execute(Tuple.wrap(values));
    }

    /** An instant as an operand. */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The stock of a row that has all columns of {@code stock}. */
    public static StockLevel level(Row row) {
        return new StockLevel(
                row.getString("sku"),
                row.getInteger("on_hand"),
                row.getInteger("reserved"),
                row.getInteger("low_stock_threshold"),
                row.getLong("version"),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private void announce(SqlClient tx, List<StockLevel> changed) {
        if (!changed.isEmpty()) {
            outbox.announce(tx);
        }
    }

    private JsonArray heads(List<FactKind> kinds, Instant now) {
        return outbox.rows(
                kinds.stream()
                        .map(
                                kind ->
                                        new Fact(
                                                SET_BY_STATEMENT,
                                                kind.topic(),
                                                "",
                                                kind.type(),
                                                "",
                                                now,
                                                new Head(kind.eventType(), now)))
                        .toList());
    }

    private static List<StockLevel> levels(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(StockLedger::level).toList();
    }
}
