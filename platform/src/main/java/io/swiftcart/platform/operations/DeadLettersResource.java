package io.swiftcart.platform.operations;

import io.quarkus.arc.properties.UnlessBuildProperty;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** For operators: the dead letters of this service. */
@Path("/internal/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@UnlessBuildProperty(
        name = "swiftcart.operator-pages",
        stringValue = "false",
        enableIfMissing = true)
class DeadLettersResource {
    private final DeadLetterQuery letters;
    private final ReplayDeadLetters replayDeadLetters;

    DeadLettersResource(DeadLetterQuery letters, ReplayDeadLetters replayDeadLetters) {
        this.letters = letters;
        this.replayDeadLetters = replayDeadLetters;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Page<DeadLetterView>> list(
            @QueryParam("topic") @Pattern(regexp = "[A-Za-z0-9._-]{1,249}") @Nullable String topic,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return letters.page(topic, Limit.of(limit), cursor);
    }

    @POST
    @Path("/replay")
    @Operation(hidden = true)
    public Uni<ReplayView> replay(@NotNull @Valid ReplayRequest request) {
        return replayDeadLetters.by(request);
    }
}
