package io.swiftcart.order.neighbours;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Refund;
import io.swiftcart.order.domain.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks inventory, and reads its answers as replies of the saga. A failure means that there was no
 * answer.
 */
@ApplicationScoped
public class Stock {
    private static final Logger LOG = Logger.getLogger(Stock.class);

    /**
     * A day, the longest there is: every checkout gives its hold back or commits it by itself, so
     * the end of a hold is only for orders that are lost, and must not come before a payment that
     * is unknown or a confirmation that waits for Kafka.
     */
    private static final int HOLD_SECONDS = 86_400;

    private final StockClient inventory;

    Stock(@RestClient StockClient inventory) {
        this.inventory = inventory;
    }

    /** Asks for all lines or none. */
    @Timeout(value = 1_500, unit = ChronoUnit.MILLIS)
    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 30,
            retryOn = {IOException.class, NoAnswer.class})
    @ExponentialBackoff
    @Bulkhead(value = 256, waitingTaskQueue = 1024)
    public Uni<Reply> reserve(ReserveStock command) {
        List<StockClient.Line> lines = command.lines().stream().map(Stock::line).toList();
        return inventory
                .reserve(new StockClient.Reserve(command.order().value(), lines, HOLD_SECONDS))
                .map(Stock::reserved);
    }

    /** Gives back what is or may be held. */
    @Timeout(value = 1_500, unit = ChronoUnit.MILLIS)
    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 30,
            retryOn = {IOException.class, NoAnswer.class})
    @ExponentialBackoff
    @Bulkhead(value = 256, waitingTaskQueue = 1024)
    public Uni<Reply> release(ReleaseStock command) {
        return inventory.release(command.order().value()).map(answer -> released(command, answer));
    }

    /** Puts units of a refunded order back on the shelf. A failure means to ask again. */
    @Timeout(value = 1_500, unit = ChronoUnit.MILLIS)
    @Bulkhead(value = 64, waitingTaskQueue = 1024)
    public Uni<Void> restock(Refund refund) {
        List<StockClient.Line> lines =
                refund.restock().stream()
                        .map(unit -> new StockClient.Line(unit.sku(), unit.qty()))
                        .toList();
        return inventory
                .restock(refund.order().value(), new StockClient.Restock(refund.id(), lines))
                .invoke(answer -> restocked(refund, answer))
                .replaceWithVoid();
    }

    /** A cancellation may have put all units back meanwhile: then none are left to put back. */
    private static void restocked(Refund refund, Response answer) {
        boolean nothingLeft =
                answer.getStatus() == Response.Status.CONFLICT.getStatusCode()
                        && "restock-exceeds-committed"
                                .equals(
                                        new JsonObject(answer.readEntity(String.class))
                                                .getString("code"));
        if (nothingLeft) {
            LOG.warnf("The units of refund %s are back already, or were never sold", refund.id());
        } else {
            requireOk(answer);
        }
    }

    private static StockClient.Line line(OrderLine line) {
        return new StockClient.Line(line.sku(), line.qty());
    }

    private static Reply reserved(Response answer) {
        return switch (answer.getStatus()) {
            case 200, 201 -> new Reply.StockReserved();
            case 409 -> refused(new JsonObject(answer.readEntity(String.class)));
            default -> throw new NoAnswer("inventory", answer.getStatus());
        };
    }

    private static Reply refused(JsonObject problem) {
        return "insufficient-stock".equals(problem.getString("code"))
                ? new Reply.StockRefused(shortages(problem.getJsonArray("items", new JsonArray())))
                : new Reply.ReservationClosed();
    }

    private static List<Reply.Shortage> shortages(JsonArray items) {
        return items.stream()
                .map(JsonObject.class::cast)
                .map(
                        i ->
                                new Reply.Shortage(
                                        i.getString("sku"),
                                        i.getInteger("requested"),
                                        i.getInteger("available")))
                .toList();
    }

    private static Reply released(ReleaseStock command, Response answer) {
        requireOk(answer);
        return new Reply.Undone(command);
    }

    private static void requireOk(Response answer) {
        if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
            throw new NoAnswer("inventory", answer.getStatus());
        }
    }
}
