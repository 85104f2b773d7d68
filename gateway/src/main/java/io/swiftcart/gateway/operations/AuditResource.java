package io.swiftcart.gateway.operations;

import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.operations.MergeAudit.Wanted;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators did, for admins alone, here and at each service. */
@Path("/api/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Operations")
@APIResponse(responseCode = "401", description = "unauthenticated")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(
        responseCode = "503",
        description = "service-unavailable: a service does not answer, and is named")
class AuditResource {
    private final MergeAudit audit;

    AuditResource(MergeAudit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "What operators did, in all services")
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(schema = @Schema(implementation = AuditEntryView.Page.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    public Uni<AuditEntryView.Page> list(
            @Parameter(description = "Only of this operator.") @QueryParam("actor")
                    @Nullable String actor,
            @Parameter(description = "Only actions that begin so.") @QueryParam("action")
                    @Nullable String action,
            @Parameter(description = "Only what was done to this.") @QueryParam("subject")
                    @Nullable String subject,
            @Parameter(description = "Only from this moment on, RFC 3339.") @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "Only before this moment, RFC 3339.") @QueryParam("to")
                    @Nullable String to,
            @Parameter(description = "1 to 200; 50 when not said.") @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "nextCursor of the page before.") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        requireMoment("from", from);
        requireMoment("to", to);
        return audit.page(
                Wanted.of(Limit.of(limit), cursor)
                        .with("actor", actor)
                        .with("action", action)
                        .with("subject", subject)
                        .with("from", from)
                        .with("to", to),
                bearer);
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyAudit",
            summary = "Recomputes the chain of hashes over the audit trail of each service")
    @APIResponse(
            responseCode = "200",
            description = "Recomputed just now",
            content =
                    @Content(schema = @Schema(implementation = AuditEntryView.Verification.class)))
    public Uni<AuditEntryView.Verification> verification(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return audit.verification(bearer);
    }

    private static void requireMoment(String name, @Nullable String text) {
        try {
            if (text != null) {
                OffsetDateTime.parse(text);
            }
        } catch (DateTimeParseException _) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST,
                    name + " is a moment such as 2026-11-20T12:00:00Z.");
        }
    }
}
