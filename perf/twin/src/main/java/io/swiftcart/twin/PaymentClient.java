package io.swiftcart.twin;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** The provider, by Stripe's HTTP interface. */
@Component
class PaymentClient {
    private final RestClient http;

    PaymentClient(
            RestClient.Builder builder,
            @Value("${twin.provider.url}") String url,
            @Value("${twin.provider.api-key}") String apiKey) {
        this.http = builder.baseUrl(url).defaultHeader("Authorization", "Bearer " + apiKey).build();
    }

    /** What became of it; {@code status} as the provider says it. */
    record Charge(String id, String status) {
        boolean succeeded() {
            return "succeeded".equals(status);
        }
    }

    /** Authorizes and captures at once, under the order's own key. */
    Charge charge(OrderView order, String paymentMethod) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("amount", Long.toString(order.totalAmount()));
        form.add("currency", order.currency().toLowerCase(Locale.ROOT));
        form.add("payment_method", paymentMethod);
        form.add("confirm", "true");
        form.add("metadata[twinOrderId]", order.orderId().toString());
        return http.post()
                .uri("/v1/payment_intents")
                .header("Idempotency-Key", order.orderId().toString())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .onStatus(HttpStatusCode::is4xxClientError, (_, _) -> {})
                .body(Charge.class);
    }
}
