package io.swiftcart.order.checkout;

import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Cancelled;
import io.swiftcart.order.domain.Checkout.ChargingPayment;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Checkout.Confirmed;
import io.swiftcart.order.domain.Checkout.Rejected;
import io.swiftcart.order.domain.Checkout.ReservingStock;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.Undo;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.Reason;
import io.swiftcart.order.stored.StoredOrder;
import io.swiftcart.platform.idempotency.Claim;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a checkout's state lies in its row. */
public final class SagaState {
    private SagaState() {}

    /** The name of a state in its row. */
    public static String name(Checkout state) {
        return switch (state) {
            case ReservingStock _ -> "RESERVING_STOCK";
            case ChargingPayment _ -> "CHARGING_PAYMENT";
            case Compensating _ -> "COMPENSATING";
            case Confirmed _ -> "CONFIRMED";
            case Rejected _ -> "REJECTED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    static @Nullable String why(Checkout state) {
        return switch (state) {
            case Compensating(_, var why, _) -> why.name();
            case Rejected(_, var why, _) -> why.name();
            case ReservingStock _, ChargingPayment _, Confirmed _, Cancelled _ -> null;
        };
    }

    static JsonArray owed(Checkout state) {
        JsonArray owed = new JsonArray();
        if (state instanceof Compensating(_, _, var undos)) {
            undos.forEach(undo -> owed.add(name(undo)));
        }
        return owed;
    }

    /** A claim as it lies in the row. */
    public static JsonObject claim(Claim claim) {
        return JsonObject.of(
                "caller",
                claim.caller(),
                "route",
                claim.route(),
                "key",
                claim.key(),
                "hash",
                claim.requestHash());
    }

    static @Nullable JsonObject cancellation(@Nullable Cancellation wish) {
        return wish == null
                ? null
                : JsonObject.of(
                        "claim", claim(wish.claim()), "by", wish.by(), "reason", wish.reason());
    }

    /** The saga of a row. */
    static Saga from(Row row) {
        Order order = StoredOrder.from(row);
        return new Saga(
                state(row, order),
                row.getInteger("saga_version"),
                row.getInteger("attempts"),
                claim(row.getJsonObject("claim")),
                row.getString("correlation_id"),
                row.getString("traceparent"),
                row.getOffsetDateTime("started_at").toInstant(),
                cancellation(row.getJsonObject("cancellation")));
    }

    /** A claim from its row. */
    public static Claim claim(JsonObject row) {
        return new Claim(
                row.getString("caller"),
                row.getString("route"),
                row.getString("key"),
                row.getString("hash"));
    }

    private static @Nullable Cancellation cancellation(@Nullable JsonObject row) {
        return row == null
                ? null
                : new Cancellation(
                        claim(row.getJsonObject("claim")),
                        row.getString("by"),
                        row.getString("reason"));
    }

    private static Checkout state(Row row, Order order) {
        return switch (row.getString("state")) {
            // Whoever has stored it was about to ask.
            case "RESERVING_STOCK" -> new ReservingStock(order, true);
            // Only a charge that was not answered is ever stored.
            case "CHARGING_PAYMENT" -> new ChargingPayment(order, true);
            case "COMPENSATING" ->
                    new Compensating(
                            order,
                            Reason.valueOf(row.getString("why")),
                            undos(row.getJsonArray("owed"), order.id()));
            case "CONFIRMED" -> new Confirmed(order, Objects.requireNonNull(order.payment()));
            case "REJECTED" -> new Rejected(order, Reason.valueOf(row.getString("why")), List.of());
            case "CANCELLED" -> new Cancelled(order);
            case String other ->
                    throw new IllegalStateException("Unknown state " + other + " of " + order.id());
        };
    }

    private static String name(Undo undo) {
        return switch (undo) {
            case VoidPayment _ -> "VoidPayment";
            case ReleaseStock _ -> "ReleaseStock";
        };
    }

    private static List<Undo> undos(JsonArray names, OrderId order) {
        return names.stream().map(name -> undo(name.toString(), order)).toList();
    }

    private static Undo undo(String name, OrderId order) {
        return switch (name) {
            case "VoidPayment" -> new VoidPayment(order);
            case "ReleaseStock" -> new ReleaseStock(order);
            default ->
                    throw new IllegalStateException("Unknown undo " + name + " of order " + order);
        };
    }
}
