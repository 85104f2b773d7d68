package io.swiftcart.perf.limits;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The statements by which the order service records an order, one commit each. */
final class PlaceOrderLimit {
    private static final String ROUTE = "POST /api/v1/orders";
    private static final String TOPIC = "orders.created.v1";

    /** Bytes of a sealed contact with an e-mail address and a postal one. */
    private static final int SEALED_CONTACT = 300;

    private final String claim;
    private final String place;
    private final String tell;
    private final AtomicLong number = new AtomicLong();

    PlaceOrderLimit(ClassLoader service) {
        claim =
                ServiceStatement.of(
                        service,
                        "io.swiftcart.platform.idempotency.IdempotencyRepository",
                        "CLAIM");
        place =
                ServiceStatement.of(
                        service, "io.swiftcart.order.recording.OrderRepository", "PLACE");
        tell = ServiceStatement.of(service, "io.swiftcart.platform.outbox.Outbox", "ADD");
    }

    /** Order, lines, checkout and history: one statement, one round trip, one commit. */
    Future<?> statement(PgConnection connection) {
        return connection.preparedQuery(place).execute(placed(UUID.randomUUID()));
    }

    /** As the service does it: claim, order and fact in one transaction, five round trips. */
    Future<?> transaction(PgConnection connection) {
        UUID order = UUID.randomUUID();
        return connection
                .begin()
                .compose(
                        tx ->
                                connection
                                        .preparedQuery(claim)
                                        .execute(claimed(order))
                                        .compose(
                                                _ ->
                                                        connection
                                                                .preparedQuery(place)
                                                                .execute(placed(order)))
                                        .compose(
                                                _ ->
                                                        connection
                                                                .preparedQuery(tell)
                                                                .execute(told(order)))
                                        .compose(_ -> tx.commit()));
    }

    Tuple claimed(UUID key) {
        return Tuple.of("limits", ROUTE, key.toString(), Buffer.buffer(new byte[32]));
    }

    /** An order of one line, as an API client places it. */
    Tuple placed(UUID order) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return Tuple.tuple()
                .addUUID(order)
                .addString("LIMIT-" + number.incrementAndGet())
                .addString("limits")
                .addString("PENDING")
                .addString("PENDING")
                .addString("USD")
                .addLong(1999L)
                .addLong(0L)
                .addLong(0L)
                .addLong(0L)
                .addLong(1999L)
                .addString("pm_card_visa")
                .addBuffer(Buffer.buffer(new byte[SEALED_CONTACT]))
                .addInteger(1)
                .addOffsetDateTime(now)
                .addJsonArray(new JsonArray().add(line()))
                .addString("RESERVING_STOCK")
                .addString(order.toString())
                .addJsonObject(claimAsJson(order))
                .addOffsetDateTime(now.plusSeconds(30))
                .addUUID(UUID.randomUUID())
                .addString("OrderCreated")
                .addJsonObject(new JsonObject().put("status", "PENDING"))
                .addString("00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01")
                .addUUID(null)
                .addValue(null)
                .addString(null)
                .addLong(null)
                .addString("order:" + order);
    }

    Tuple told(UUID order) {
        return Tuple.of(
                new JsonArray()
                        .add(
                                new JsonObject()
                                        .put("id", UUID.randomUUID().toString())
                                        .put("topic", TOPIC)
                                        .put("key", order.toString())
                                        .put("type", "io.swiftcart." + TOPIC)
                                        .put("payload", Payload.ofFact(order))
                                        .put("headers", Payload.headers(order))));
    }

    /** Statement and operands, for the test that compares them with the service. */
    Map<String, Tuple> statements() {
        UUID any = UUID.randomUUID();
        return Map.of(claim, claimed(any), place, placed(any), tell, told(any));
    }

    private static JsonObject line() {
        return new JsonObject()
                .put("line_no", 1)
                .put("sku", "SKU-00001")
                .put("name", "Compact steel lamp")
                .put("qty", 1)
                .put("unit_price", 1999)
                .put("discount", 0)
                .put("tax", 0);
    }

    private static JsonObject claimAsJson(UUID key) {
        return JsonObject.of(
                "caller", "limits", "route", ROUTE, "key", key.toString(), "hash", "0".repeat(64));
    }
}
