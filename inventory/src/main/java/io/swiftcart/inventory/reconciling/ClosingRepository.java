package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Adds up the old movements of each SKU, so that who compares often reads the young ones only. */
@ApplicationScoped
class ClosingRepository {
    /** Movements are numbered by the time at which they were made. */
    private static final String HORIZON =
            "select uuidv7(make_interval(secs => -$1::double precision))";

    /** So few that one statement ends in time, if they have some ten thousand movements each. */
    private static final int AT_ONCE = 20;

    /** By SKU, so that replicas that close at once take their locks in one order. */
    private static final String CLOSE =
            """
            with due as (
                select s.sku, c.up_to, coalesce(c.on_hand, 0) as on_hand, coalesce(c.reserved, 0) as reserved
                  from stock s left join closing c on c.sku = s.sku
                 where s.sku > $2
                   and (c.up_to is null or (c.up_to < $1 and s.updated_at > uuid_extract_timestamp(c.up_to)))
                 order by s.sku limit $3
            )
            insert into closing (sku, up_to, on_hand, reserved)
            select d.sku, $1, d.on_hand + coalesce(added.on_hand, 0), d.reserved + coalesce(added.reserved, 0)
              from due d cross join lateral (
                   select sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved from movement m
                    where m.sku = d.sku and m.movement_id <= $1
                      and m.movement_id > coalesce(d.up_to, '00000000-0000-0000-0000-000000000000')) added
             order by d.sku
            on conflict (sku) do update
               set up_to = excluded.up_to, on_hand = excluded.on_hand, reserved = excluded.reserved
            returning sku
            """;

    private final Database database;

    ClosingRepository(Database database) {
        this.database = database;
    }

    /**
     * Adds up the movements that are older than {@code age}, which must be longer than a
     * transaction can take: a movement that is committed after younger ones were added up would be
     * left out.
     */
    Uni<Void> close(Duration age) {
        return database.pool()
                .preparedQuery(HORIZON)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.iterator().next().getUUID(0))
                .chain(this::closeUpTo);
    }

    private Uni<Void> closeUpTo(UUID horizon) {
        AtomicReference<String> after = new AtomicReference<>("");
        return Multi.createBy()
                .repeating()
                .uni(() -> step(horizon, after))
                .whilst(closed -> closed.size() == AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Closes the next of those that are due, and says which: the last of them is the next start.
     */
    private Uni<RowSet<Row>> step(UUID horizon, AtomicReference<String> after) {
        return database.pool()
                .preparedQuery(CLOSE)
                .execute(Tuple.of(horizon, after.get(), AT_ONCE))
                .invoke(closed -> closed.forEach(row -> after.set(row.getString("sku"))));
    }
}
