package io.swiftcart.order.neighbours;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the neighbours keep of orders, in pages by order id, for comparison with our own books. */
@ApplicationScoped
public class Books {
    /** Rows of a page; a page with fewer is the last. */
    public static final int PAGE = 1_000;

    private final PaymentClient payment;
    private final StockClient inventory;

    /** Money of one order as payment knows it, in the minor unit. */
    public record Balance(UUID orderId, long captured, long refunded) {}

    /** Stock of one order as inventory knows it: the status of its reservation. */
    public record Hold(UUID orderId, String status) {}

    Books(@RestClient PaymentClient payment, @RestClient StockClient inventory) {
        this.payment = payment;
        this.inventory = inventory;
    }

    /** The payments of the orders after this one. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    public Uni<List<Balance>> balances(UUID after) {
        return payment.balances(after, PAGE)
                .map(answer -> items("payment", answer))
                .map(
                        items ->
                                items.stream()
                                        .map(JsonObject.class::cast)
                                        .map(
                                                item ->
                                                        new Balance(
                                                                UUID.fromString(
                                                                        item.getString("orderId")),
                                                                item.getLong("capturedAmount"),
                                                                item.getLong("refundedAmount")))
                                        .toList());
    }

    /** The reservations of the orders after this one. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    public Uni<List<Hold>> holds(UUID after) {
        return inventory
                .reservations(after, PAGE)
                .map(answer -> items("inventory", answer))
                .map(
                        items ->
                                items.stream()
                                        .map(JsonObject.class::cast)
                                        .map(
                                                item ->
                                                        new Hold(
                                                                UUID.fromString(
                                                                        item.getString("orderId")),
                                                                item.getString("status")))
                                        .toList());
    }

    private static JsonArray items(String neighbour, Response answer) {
        if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
            throw new NoAnswer(neighbour, answer.getStatus());
        }
        return new JsonObject(answer.readEntity(String.class)).getJsonArray("items");
    }
}
