package io.swiftcart.gateway.operations;

import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.operations.AskServices.Question;
import io.swiftcart.gateway.operations.MergeDeadLetters.Wanted;
import io.swiftcart.platform.page.Limit;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For admins alone, here and at each service. */
@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Operations")
@APIResponse(responseCode = "401", description = "unauthenticated")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(
        responseCode = "503",
        description = "service-unavailable: a service does not answer, and is named")
class OperationsResource {
    private final MergeDeadLetters deadLetters;
    private final AskServices services;

    OperationsResource(MergeDeadLetters deadLetters, AskServices services) {
        this.deadLetters = deadLetters;
        this.services = services;
    }

    @GET
    @Path("/dead-letters")
    @Operation(operationId = "listDeadLetters", summary = "Facts that could not be worked off")
    @APIResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(schema = @Schema(implementation = DeadLetterView.Page.class)))
    @APIResponse(responseCode = "400", description = "validation-failed")
    public Uni<DeadLetterView.Page> deadLetters(
            @Parameter(description = "Only letters of this topic.")
                    @QueryParam("topic")
                    @Pattern(regexp = "[A-Za-z0-9._-]{1,249}")
                    @Nullable String topic,
            @Parameter(description = "1 to 200; 50 when not said.") @QueryParam("limit")
                    @Nullable String limit,
            @Parameter(description = "nextCursor of the page before.") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return deadLetters.page(new Wanted(topic, Limit.of(limit), cursor), bearer);
    }

    @POST
    @Path("/dead-letters/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Sends dead letters to their consumers again; twice is harmless")
    @APIResponse(
            responseCode = "200",
            description = "Sent",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
    public Uni<ReplayView> replay(
            @NotNull @Valid ReplayRequest request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return deadLetters.replay(request, bearer);
    }

    @GET
    @Path("/invariants")
    @Operation(
            operationId = "checkInvariants",
            summary = "Looks whether all that must hold does hold")
    @APIResponse(
            responseCode = "200",
            description = "Looked at just now",
            content = @Content(schema = @Schema(implementation = InvariantsView.class)))
    public Uni<InvariantsView> invariants(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer) {
        return services.all(
                        new Question(HttpMethod.GET, "/internal/admin/invariants", bearer, null),
                        InvariantsView.class)
                .map(InvariantsView::merged);
    }
}
