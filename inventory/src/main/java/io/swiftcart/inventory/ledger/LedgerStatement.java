package io.swiftcart.inventory.ledger;

import io.swiftcart.inventory.domain.HoldStep;
import java.util.ArrayList;
import java.util.List;

/**
 * One SQL statement that changes stock with everything that belongs to the change. Its answer are
 * the changed stock rows, none when nothing was changed.
 *
 * <p>{@code $1} are the heads of the facts and {@code $2} is the time of the change, both bound by
 * {@link StockLedger}; the feature's own operands begin at {@code $3}.
 *
 * @param sql common table expressions in the order: what the feature touches, {@code change} (a row
 *     per movement), {@code order_news}, {@code moved} (stock rows after the change), {@code
 *     recorded}, {@code told}
 * @param tells the kinds of facts that may come of it
 */
public record LedgerStatement(String sql, List<FactKind> tells) {

    /**
     * Locks the rows in order of SKU before any is changed, since an update alone takes them in
     * whatever order the plan finds them, and two orders would wait for each other.
     */
    private static final String MOVE =
            """
            total as (
                select sku, sum(on_hand_delta)::integer as on_hand_delta, sum(reserved_delta)::integer as reserved_delta
                  from change group by sku
            ),
            locked as (
                select s.sku from stock s join total t on t.sku = s.sku order by s.sku for no key update of s
            ),
            moved as (
                update stock s
                   set on_hand = s.on_hand + t.on_hand_delta, reserved = s.reserved + t.reserved_delta,
                       version = s.version + 1, updated_at = $2::timestamptz
                  from total t join locked l on l.sku = t.sku
                 where s.sku = t.sku
                returning s.*, t.on_hand_delta - t.reserved_delta as gained
            ),
            """;

    private static final String RECORD =
            """
            recorded as (
                insert into movement (sku, type, on_hand_delta, reserved_delta, order_id, reason, occurred_at)
                select sku, type, on_hand_delta, reserved_delta, order_id, reason, $2::timestamptz
                  from change where on_hand_delta <> 0 or reserved_delta <> 0
            ),
            stock_news as (
                select sku, on_hand - reserved as available, on_hand - reserved - gained as available_before,
                       low_stock_threshold, version,
                       jsonb_build_object('sku', sku, 'onHand', on_hand, 'reserved', reserved,
                                          'available', on_hand - reserved, 'version', version) as stock
                  from moved
            ),
            news as (
                select 'inventory.stock-updated.v1' as topic, sku as key, jsonb_build_object('stock', stock) as body,
                       '{}'::jsonb as headers
                  from stock_news
                union all
                select 'inventory.low-stock.v1', sku,
                       jsonb_build_object(
                           'stock', stock || jsonb_build_object('lowStockThreshold', low_stock_threshold)),
                       '{}'::jsonb
                  from stock_news
                 where available <= low_stock_threshold and available_before > low_stock_threshold
                union all
                select topic, key, body, headers from order_news
            ),
            """;

    /**
     * A head has all of a fact but what only the database knows: id, key and the stock or
     * reservation it is about. Orders that are decided together each have headers of their own.
     */
    private static final String TELL =
            """
            told as (
                insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
                select n.id, n.topic, n.key, head ->> 'type',
                       ((head ->> 'payload')::jsonb || n.body || jsonb_build_object('eventId', n.id))::text,
                       (head -> 'headers') || n.headers || jsonb_build_object('ce_id', n.id, 'ce_subject', n.key),
                       $2::timestamptz
                  from (select uuidv7() as id, topic, key, body, headers from news) n
                  join jsonb_array_elements($1::jsonb) head on head ->> 'topic' = n.topic
            )
            """;

    private static final String THE_STOCK =
            "select sku, on_hand, reserved, low_stock_threshold, version, updated_at from moved\n";

    /** A row per SKU, and one with nothing but its order for each order. */
    private static final String THE_STOCK_AND_ORDERS =
            """
            select sku, on_hand, reserved, low_stock_threshold, version, updated_at, null::uuid as order_id
              from moved
            union all
            select null, null, null, null, null, null, order_id from touched
            """;

    private static final String NO_ORDER_NEWS =
            "order_news as (select null::text as topic, null::text as key, null::jsonb as body,"
                    + " null::jsonb as headers where false),\n";

    /**
     * Holds units for orders; {@code touching} are common table expressions, the last of which is
     * named {@code touched} and returns the reservation rows that were made, each with the {@code
     * headers} of its fact. Its answer has, beside the changed stock rows, a row for each of these
     * orders.
     */
    public static LedgerStatement ofReserving(String touching) {
        return new LedgerStatement(
                "with "
                        + touching
                        + ",\n"
                        + changes(HoldStep.RESERVE)
                        + orderNews(FactKind.RESERVED, "headers")
                        + MOVE
                        + RECORD
                        + TELL
                        + THE_STOCK_AND_ORDERS,
                List.of(FactKind.STOCK_UPDATED, FactKind.LOW_STOCK, FactKind.RESERVED));
    }

    /**
     * Looks how orders stand, and tells of those that are refused; {@code looking} are common table
     * expressions, the last of which is named {@code news} and has topic, key, body and headers of
     * each fact.
     */
    public static LedgerStatement ofLooking(String looking, String answer) {
        return new LedgerStatement(
                "with " + looking + ",\n" + TELL + answer, List.of(FactKind.RESERVATION_FAILED));
    }

    /**
     * One step of the reservations that {@code touching} gives: common table expressions, the last
     * of which is named {@code touched} and returns the reservation rows as they are after it.
     */
    public static LedgerStatement ofHolds(HoldStep step, String touching) {
        String sql = "with " + touching + ",\n" + changes(step);
        return switch (step) {
            case RELEASE, EXPIRE, RETURN ->
                    completed(
                            sql + orderNews(FactKind.RELEASED, "'{}'::jsonb") + MOVE,
                            FactKind.RELEASED);
            case COMMIT, COMMIT_LATE -> completed(sql + NO_ORDER_NEWS + MOVE);
            case RESERVE -> throw new IllegalArgumentException("see ofReserving");
        };
    }

    /**
     * A change of stock; {@code change} are common table expressions, the last of which is named
     * {@code change} and has a row per movement.
     */
    public static LedgerStatement ofStock(String change) {
        return completed("with " + change + ",\n" + NO_ORDER_NEWS + MOVE);
    }

    /**
     * New stock; {@code making} defines {@code moved}, the rows made with what each has {@code
     * gained}, and {@code change}.
     */
    public static LedgerStatement ofNewStock(String making) {
        return completed("with " + making + ",\n" + NO_ORDER_NEWS);
    }

    private static LedgerStatement completed(String sql, FactKind... ofOrders) {
        List<FactKind> tells = new ArrayList<>(List.of(FactKind.STOCK_UPDATED, FactKind.LOW_STOCK));
        tells.addAll(List.of(ofOrders));
        return new LedgerStatement(sql + RECORD + TELL + THE_STOCK, List.copyOf(tells));
    }

    private static String changes(HoldStep step) {
        return """
        change as (
            select line.sku, t.order_id, '%s' as type, line.qty * (%d) as on_hand_delta,
                   line.qty * (%d) as reserved_delta, null::text as reason
              from touched t, unnest(t.skus, t.quantities) as line(sku, qty)
        ),
        """
                .formatted(step.movement(), step.onHandPerUnit(), step.reservedPerUnit());
    }

    private static String orderNews(FactKind kind, String headers) {
        return """
        order_news as (
            select '%s' as topic, order_id::text as key,
                   jsonb_build_object(
                       'orderId', order_id,
                       'reservation', jsonb_strip_nulls(jsonb_build_object(
                           'status', status,
                           'items', (
                               select jsonb_agg(
                                          jsonb_build_object('sku', line.sku, 'qty', line.qty) order by line.sku)
                                 from unnest(skus, quantities) as line(sku, qty)),
                           'expiresAt', case when status = 'HELD' then
                               to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end))) as body,
                   %s as headers
              from touched
        ),
        """
                .formatted(kind.topic(), headers);
    }
}
