package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.settling.PaymentAnswer;
import io.swiftcart.payment.settling.Reader;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what the provider tells differently from us. */
@Path(PaymentAnswer.PATH + "/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "admin", "payments:read"})
@Tag(name = "Payments")
class ReconciliationResource {

    private final ReconciliationQuery query;
    private final CallerIdentity identity;

    ReconciliationResource(ReconciliationQuery query, CallerIdentity identity) {
        this.query = query;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "readReconciliation",
            summary = "Payments that the provider tells differently")
    public Uni<ReconciliationView> read() {
        return query.report(Reader.of(identity.current()));
    }
}
