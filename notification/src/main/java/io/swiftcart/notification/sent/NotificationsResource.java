package io.swiftcart.notification.sent;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Internal: never routed by the gateway. */
@Path("/internal/notifications/by-order")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
class NotificationsResource {
    private static final int DEFAULT = 200;
    private static final int MAX = 1_000;

    private final NotificationsQuery notifications;

    NotificationsResource(NotificationsQuery notifications) {
        this.notifications = notifications;
    }

    @GET
    @RolesAllowed({"admin", "manager", "notifications:read"})
    @Operation(
            operationId = "listNotificationsByOrder",
            summary = "What each order has been or will be written to about, by order id")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(implementation = NotificationsView.class)))
    @APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Uni<NotificationsView> byOrder(
            @Parameter(description = "Only orders behind this one: nextCursor of the page before.")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "1 to 1000; 200 when not said.") @QueryParam("limit")
                    @Nullable String limit) {
        return notifications.page(after == null ? null : Ids.parse(after), limit(limit));
    }

    private static int limit(@Nullable String raw) {
        if (raw == null) {
            return DEFAULT;
        }
        if (!raw.matches("[0-9]{1,4}")
                || Integer.parseInt(raw) < 1
                || Integer.parseInt(raw) > MAX) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "limit must be a number from 1 to 1000.");
        }
        return Integer.parseInt(raw);
    }
}
