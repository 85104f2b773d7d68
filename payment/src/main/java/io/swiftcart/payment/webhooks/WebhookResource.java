package io.swiftcart.payment.webhooks;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where Stripe tells its events. The signature is the only credential. */
@Path("/api/v1/webhooks/stripe")
@Tag(name = "Webhooks")
class WebhookResource {

    private final StoreEvent storeEvent;

    WebhookResource(StoreEvent storeEvent) {
        this.storeEvent = storeEvent;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(200)
    @Operation(operationId = "receiveStripeEvent", summary = "Keep an event of Stripe's, once")
    @APIResponse(responseCode = "200", description = "Kept; it is worked off later")
    @APIResponse(responseCode = "400", description = "webhook-signature-invalid, malformed-request")
    public Uni<Void> receive(
            @RestHeader("Stripe-Signature") @Nullable String signature, @Nullable String body) {
        // As text, which the JSON reader leaves alone. A body that is not UTF-8 no longer matches
        // its signature.
        byte[] raw = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        return storeEvent.with(raw, signature);
    }
}
