package io.swiftcart.inventory.settling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.InventoryProblem;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.json.NoMembers;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The commands that end a hold, for the order service and managers. Neither takes anything but the
 * id.
 */
@Path("/api/v1/inventory/reservations/{orderId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reservations")
class SettlementResource {
    private final CommitHold commitHold;
    private final ReleaseHold releaseHold;

    SettlementResource(CommitHold commitHold, ReleaseHold releaseHold) {
        this.commitHold = commitHold;
        this.releaseHold = releaseHold;
    }

    @POST
    @Path("commit")
    @RolesAllowed({"manager", "admin", "inventory:write"})
    @Operation(
            operationId = "commitReservation",
            summary = "Take the order's units out of the stock; idempotent")
    @APIResponse(responseCode = "200", description = "Sold")
    @APIResponse(
            responseCode = "404",
            description = "not-found: nothing was reserved for the order")
    @APIResponse(
            responseCode = "409",
            description =
                    "reservation-closed: released; insufficient-stock: expired, and the stock is"
                            + " gone")
    public Uni<SettlementView> commit(
            @RestPath String orderId, @RequestBody(required = false) @Nullable NoMembers body) {
        OrderId order = new OrderId(Ids.parse(orderId));
        return commitHold.of(order).map(outcome -> committed(order, outcome));
    }

    @POST
    @Path("release")
    @RolesAllowed({"manager", "admin", "inventory:write"})
    @Operation(
            operationId = "releaseReservation",
            summary =
                    "Give the order's units up, and refuse it any from now on; idempotent, also"
                            + " before the reservation")
    @APIResponse(responseCode = "200", description = "Given up")
    @APIResponse(responseCode = "409", description = "reservation-committed")
    public Uni<SettlementView> release(
            @RestPath String orderId, @RequestBody(required = false) @Nullable NoMembers body) {
        OrderId order = new OrderId(Ids.parse(orderId));
        return releaseHold.of(order).map(status -> released(order, status));
    }

    private static SettlementView committed(OrderId order, CommitHold.Outcome outcome) {
        return switch (outcome) {
            case CommitHold.Outcome.Committed _ ->
                    SettlementView.of(order, Reservation.Status.COMMITTED);
            case CommitHold.Outcome.Closed(var status) ->
                    throw new Problem(
                                    InventoryProblem.RESERVATION_CLOSED,
                                    "The order gave its units up.")
                            .with("reservationStatus", status);
            case CommitHold.Outcome.FellShort _ ->
                    throw new Problem(
                            InventoryProblem.INSUFFICIENT_STOCK,
                            "The hold has expired, and the stock is gone.");
            case CommitHold.Outcome.Unknown() ->
                    throw new Problem(
                            CommonProblem.NOT_FOUND, "Nothing was reserved for this order.");
        };
    }

    /** Expired or put back is released as well, as far as the caller is concerned. */
    private static SettlementView released(OrderId order, Reservation.Status status) {
        if (status == Reservation.Status.COMMITTED) {
            throw new Problem(
                    InventoryProblem.RESERVATION_COMMITTED,
                    "Its units are sold; cancel the order instead.");
        }
        return SettlementView.of(order, Reservation.Status.RELEASED);
    }
}
