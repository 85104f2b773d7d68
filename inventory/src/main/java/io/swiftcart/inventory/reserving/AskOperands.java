package io.swiftcart.inventory.reserving;

import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.ledger.StockLedger;
import io.swiftcart.platform.correlation.Correlation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Asks as operands {@code $3} to {@code $8} of one statement: what is of the order as an array with
 * an element per ask, and the lines as arrays with an element per line, which name the ask by its
 * position, from 1.
 */
final class AskOperands {
    /** {@code asked} has a row per ask, and {@code line} a row per line of each. */
    static final String ASKED =
            """
            asked as (
                select order_id, expires_at, $5::jsonb -> (position - 1)::integer as headers, position::integer
                  from unnest($3::uuid[], $4::timestamptz[]) with ordinality as ask(order_id, expires_at, position)
            ),
            line as (
                select number, position, sku, qty
                  from unnest($6::integer[], $7::text[], $8::integer[])
                       with ordinality as line(position, sku, qty, number)
            ),
            """;

    private AskOperands() {}

    static Object[] of(List<Ask> asks) {
        List<Integer> positions = new ArrayList<>();
        List<String> skus = new ArrayList<>();
        List<Integer> quantities = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            for (Line line : asks.get(i).lines().all()) {
                positions.add(i + 1);
                skus.add(line.sku());
                quantities.add(line.qty());
            }
        }
        return new Object[] {
            asks.stream().map(ask -> ask.order().value()).toArray(UUID[]::new),
            asks.stream()
                    .map(ask -> StockLedger.timestamp(ask.expiresAt()))
                    .toArray(OffsetDateTime[]::new),
            new JsonArray(asks.stream().map(AskOperands::headers).toList()),
            positions.toArray(Integer[]::new),
            skus.toArray(String[]::new),
            quantities.toArray(Integer[]::new)
        };
    }

    private static JsonObject headers(Ask ask) {
        return new JsonObject()
                .put(Correlation.KAFKA_HEADER, ask.correlationId())
                .put(Correlation.TRACEPARENT, ask.traceparent());
    }
}
