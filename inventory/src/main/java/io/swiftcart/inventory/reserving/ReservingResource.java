package io.swiftcart.inventory.reserving;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.InventoryProblem;
import io.swiftcart.inventory.domain.Reservation;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.inventory.domain.Shortage;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The command to reserve, for the order service and managers. */
@Path("/api/v1/inventory/reservations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reservations")
@RegisterForReflection(targets = Shortage.class, registerFullHierarchy = true)
class ReservingResource {
    private final ReserveStock reserveStock;

    ReservingResource(ReserveStock reserveStock) {
        this.reserveStock = reserveStock;
    }

    @POST
    @RolesAllowed({"manager", "admin", "inventory:write"})
    @Operation(
            operationId = "reserveStock",
            summary = "Hold stock for an order, all lines or none; idempotent by order")
    @APIResponseSchema(
            value = ReservationView.class,
            responseCode = "201",
            responseDescription =
                    "Held, now or by an earlier request, whose expiry moves forward; 200 when"
                            + " committed since")
    @APIResponse(
            responseCode = "409",
            description =
                    "insufficient-stock, with items of sku, requested and available;"
                            + " reservation-closed")
    @APIResponse(
            responseCode = "422",
            description = "reservation-mismatch: the order already holds other lines")
    public Uni<RestResponse<ReservationView>> reserve(@NotNull @Valid ReserveRequest request) {
        return reserveStock.with(request).map(ReservingResource::answer);
    }

    private static RestResponse<ReservationView> answer(ReserveOutcome outcome) {
        return switch (outcome) {
            case ReserveOutcome.Reserved(var reservation) -> reserved(reservation);
            case ReserveOutcome.Refused(var shortages) ->
                    throw new Problem(
                                    InventoryProblem.INSUFFICIENT_STOCK,
                                    "Nothing was reserved; see items.")
                            .with("items", shortages);
            case ReserveOutcome.Closed(var status) ->
                    throw new Problem(
                                    InventoryProblem.RESERVATION_CLOSED,
                                    "The order can reserve no more.")
                            .with("reservationStatus", status);
            case ReserveOutcome.Different() ->
                    throw new Problem(
                            InventoryProblem.RESERVATION_MISMATCH, "An order reserves once.");
        };
    }

    private static RestResponse<ReservationView> reserved(Reservation reservation) {
        RestResponse.Status status =
                reservation.status() == Reservation.Status.HELD
                        ? RestResponse.Status.CREATED
                        : RestResponse.Status.OK;
        return RestResponse.status(status, ReservationView.from(reservation));
    }
}
