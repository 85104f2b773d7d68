package io.swiftcart.payment.provider;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.provider.StripeMessages.Failure;
import io.swiftcart.payment.provider.StripeMessages.Intent;
import io.swiftcart.payment.provider.StripeMessages.Intents;
import io.swiftcart.payment.provider.StripeMessages.Refund;
import io.swiftcart.payment.provider.StripeMessages.Refunds;
import io.swiftcart.payment.provider.StripeMessages.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The part of Stripe's HTTP API that is used. 4xx and 5xx come as {@link StripeFailure}. */
@RegisterRestClient(configKey = "stripe")
@RegisterProvider(StripeCredentials.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface StripeApi {

    String IDEMPOTENCY_KEY = "Idempotency-Key";

    @POST
    @Path("payment_intents")
    Uni<Intent> createIntent(
            @RestHeader(IDEMPOTENCY_KEY) String key,
            @FormParam("amount") long amount,
            @FormParam("currency") String currency,
            @FormParam("capture_method") String captureMethod,
            @FormParam("confirm") boolean confirm,
            @FormParam("error_on_requires_action") boolean errorOnRequiresAction,
            @FormParam("payment_method") String paymentMethod,
            @FormParam("payment_method_types[]") String paymentMethodType,
            @FormParam("metadata[orderId]") String orderId,
            @FormParam("metadata[paymentId]") String paymentId);

    @GET
    @Path("payment_intents/search")
    Uni<Intents> searchIntents(@RestQuery String query, @RestQuery int limit);

    @GET
    @Path("payment_intents")
    Uni<Intents> listIntents(
            @RestQuery int limit, @RestQuery("starting_after") @Nullable String after);

    @GET
    @Path("payment_intents/{id}")
    Uni<Intent> readIntent(@RestPath String id);

    @GET
    @Path("refunds")
    Uni<Refunds> listRefunds(@RestQuery("payment_intent") String intentId, @RestQuery int limit);

    @POST
    @Path("payment_intents/{id}/capture")
    Uni<Intent> captureIntent(
            @RestHeader(IDEMPOTENCY_KEY) String key,
            @RestPath String id,
            @FormParam("amount_to_capture") long amount);

    @POST
    @Path("payment_intents/{id}/cancel")
    Uni<Intent> cancelIntent(
            @RestHeader(IDEMPOTENCY_KEY) String key,
            @RestPath String id,
            @FormParam("cancellation_reason") String reason);

    @POST
    @Path("refunds")
    Uni<Refund> createRefund(
            @RestHeader(IDEMPOTENCY_KEY) String key,
            @FormParam("payment_intent") String intentId,
            @FormParam("amount") long amount,
            @FormParam("metadata[orderId]") String orderId,
            @FormParam("metadata[attemptId]") String attemptId);

    /** Tells a provider that refuses from one that is broken. */
    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        int status = response.getStatus();
        if (status >= 500) {
            return StripeFailure.Unavailable.answered(status);
        }
        return new StripeFailure.Refused(status, refusal(response));
    }

    private static Refusal refusal(Response response) {
        try {
            Refusal refusal = response.readEntity(Failure.class).error();
            return refusal == null ? Refusal.UNREADABLE : refusal;
        } catch (ProcessingException _) {
            return Refusal.UNREADABLE;
        }
    }
}
