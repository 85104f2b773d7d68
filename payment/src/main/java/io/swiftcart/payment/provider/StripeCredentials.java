package io.swiftcart.payment.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Puts the secret key and the API version that this adapter was written for on each request to
 * Stripe.
 */
@ApplicationScoped
class StripeCredentials implements ClientRequestFilter {

    private static final String API_VERSION = "2025-09-30.clover";

    private final StripeConfig config;

    StripeCredentials(StripeConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + config.apiKey());
        request.getHeaders().putSingle("Stripe-Version", API_VERSION);
    }
}
