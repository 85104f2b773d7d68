package io.swiftcart.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Looks into the books behind the service's back. */
@ApplicationScoped
class Ledger {
    private static final String DISAGREEMENTS =
            """
            select s.sku from stock s
             where s.on_hand <> (select coalesce(sum(m.on_hand_delta), 0) from movement m where m.sku = s.sku)
                or s.reserved <> (select coalesce(sum(m.reserved_delta), 0) from movement m where m.sku = s.sku)
                or s.reserved <> (select coalesce(sum(line.qty), 0) from reservation r,
                                         unnest(r.skus, r.quantities) as line(sku, qty)
                                   where r.status = 'HELD' and line.sku = s.sku)
            """;

    private final Tables tables;

    Ledger(Tables tables) {
        this.tables = tables;
    }

    /**
     * Stock equals the sums of its movements, and reserved what is held, for every SKU there is.
     */
    void assertExact() {
        List<String> disagreeing = new ArrayList<>();
        for (Row row : tables.sql(DISAGREEMENTS)) {
            disagreeing.add(row.getString("sku"));
        }
        assertEquals(List.of(), disagreeing);
    }

    /** The first column of the one row that a query gives, as text. */
    String one(String sql, Object... operands) {
        return String.valueOf(tables.sql(sql, operands).iterator().next().getValue(0));
    }

    /** Everything that facts and commands may change, as one text. */
    String everything() {
        return one(
                "select (select json_agg(s order by sku)::text from stock s) || (select"
                        + " coalesce(json_agg(r order by order_id), '[]')::text from reservation r) ||"
                        + " (select count(*) from movement)::text");
    }
}
