package io.swiftcart.payment.provider;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/**
 * Where Stripe is and how we know each other. Nothing here has a default: a service without its
 * secrets does not start.
 */
@ConfigMapping(prefix = "swiftcart.payment.stripe")
public interface StripeConfig {

    /** Base address, e.g. {@code https://api.stripe.com}. */
    String url();

    /** Secret key, sent as bearer token. */
    String apiKey();

    /** Secrets that webhooks may be signed with; two while one is being replaced. */
    List<String> webhookSecrets();
}
