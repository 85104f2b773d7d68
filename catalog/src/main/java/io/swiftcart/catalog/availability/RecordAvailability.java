package io.swiftcart.catalog.availability;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Keeps the newest availability of a SKU. Idempotent, and immune to facts that come late or twice.
 */
@ApplicationScoped
class RecordAvailability {
    /** The version alone decides, in one statement: an inbox row would tell nothing more. */
    private static final String KEEP_NEWEST =
            """
            insert into availability (sku, available, version, updated_at)
            values ($1, $2, $3, $4)
            on conflict (sku) do update
               set available = excluded.available, version = excluded.version,
                   updated_at = excluded.updated_at
             where availability.version < excluded.version
            """;

    private final Database database;
    private final Clock clock;

    RecordAvailability(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Uni<Void> with(StockUpdated fact) {
        StockUpdated.Stock stock = fact.stock();
        Tuple values =
                Tuple.of(
                        stock.sku(),
                        stock.available(),
                        stock.version(),
                        clock.instant().atOffset(ZoneOffset.UTC));
        return database.pool().preparedQuery(KEEP_NEWEST).execute(values).replaceWithVoid();
    }
}
