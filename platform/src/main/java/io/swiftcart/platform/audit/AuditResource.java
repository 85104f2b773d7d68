package io.swiftcart.platform.audit;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For admins: the audit trail of this service; the gateway merges it with those of the others. */
@Path("/internal/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@UnlessBuildProperty(
        name = "swiftcart.operator-pages",
        stringValue = "false",
        enableIfMissing = true)
class AuditResource {
    private final AuditQuery audit;
    private final VerifyAudit verifyAudit;

    AuditResource(AuditQuery audit, VerifyAudit verifyAudit) {
        this.audit = audit;
        this.verifyAudit = verifyAudit;
    }

    /** The newest first. */
    @GET
    @Operation(hidden = true)
    public Uni<Page<AuditView>> list(
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return audit.page(
                AuditFilter.of(cursor, actor, action, subject, from, to), Limit.of(limit));
    }

    @GET
    @Path("/verification")
    @Operation(hidden = true)
    public Uni<AuditReport> verification() {
        return verifyAudit.now();
    }
}
