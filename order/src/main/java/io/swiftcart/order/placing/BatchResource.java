package io.swiftcart.order.placing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.checkout.Waiting;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes up to 500 orders at once, as a JSON array or as lines of JSON. */
@Path(OrderView.PATH + "/batch")
@RolesAllowed({"customer", "manager", "admin", "orders:write"})
@Tag(name = "Orders")
class BatchResource {
    private static final String NDJSON = "application/x-ndjson";

    private final PlaceOrders placeOrders;
    private final CallerIdentity caller;
    private final JsonWebToken token;
    private final ObjectMapper json;

    BatchResource(
            PlaceOrders placeOrders, CallerIdentity caller, JsonWebToken token, ObjectMapper json) {
        this.placeOrders = placeOrders;
        this.caller = caller;
        this.token = token;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "placeOrders",
            summary = "Place up to 500 orders at once",
            description =
                    "Each is an order with a member idempotencyKey, and gets the answer that it would"
                            + " get by itself. As application/x-ndjson, one order a line, answered by one"
                            + " line each. Only the batch as a whole is refused with a status of its own.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.ARRAY,
                                        implementation = PlaceOrderRequest.class,
                                        minItems = 1,
                                        maxItems = 500)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchView.class)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "400", description = "validation-failed, malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "413", description = "payload-too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    public Uni<BatchView> place(
            @NotNull List<@NotNull JsonNode> items, @Context HttpHeaders headers) {
        return placeOrders.with(items, buyer(headers)).map(BatchView::new);
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(hidden = true)
    public Uni<String> placeLines(@NotNull String lines, @Context HttpHeaders headers) {
        return placeOrders
                .withLines(lines, buyer(headers))
                .map(
                        answers ->
                                answers.stream()
                                        .map(this::line)
                                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private PlaceOrders.Buyer buyer(HttpHeaders headers) {
        return new PlaceOrders.Buyer(
                caller.current().id(),
                token.getClaim("email"),
                token.getClaim("name"),
                Waiting.of(headers));
    }

    private String line(BatchView.Item answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
