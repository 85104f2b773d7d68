package io.swiftcart.inventory.reconciling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reconciliation over HTTP, for managers. */
@Path("/api/v1/inventory/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
class ReconciliationResource {
    private final ReconcileBooks reconcileBooks;

    ReconciliationResource(ReconcileBooks reconcileBooks) {
        this.reconcileBooks = reconcileBooks;
    }

    @GET
    @RolesAllowed({"manager", "admin"})
    @Operation(
            operationId = "reconcileInventory",
            summary = "Compare stock, movements and reservations now")
    public Uni<ReconciliationView> reconcile() {
        return reconcileBooks.now();
    }
}
