package io.swiftcart.payment;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the service events as the provider does. */
final class Telling {

    private Telling() {}

    /** A new event about an order's charge, signed now. */
    static void told(String type, String orderId) {
        String body = event("evt_" + UUID.randomUUID(), type, orderId);
        tell(body, signature(body, Instant.now())).then().statusCode(200);
    }

    static String event(String id, String orderId) {
        return event(id, "payment_intent.succeeded", orderId);
    }

    static Response tell(String body, String signature) {
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/webhooks/stripe");
    }

    static String signature(String body, Instant at) {
        List<String> secrets =
                ConfigProvider.getConfig()
                        .getValues("swiftcart.payment.stripe.webhook-secrets", String.class);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            secrets.getLast().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = at.getEpochSecond() + "." + body;
            byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(code);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String event(String id, String type, String orderId) {
        return """
        {"id": "%s", "object": "event", "type": "%s",
         "data": {"object": {"id": "pi_x", "metadata": {"orderId": "%s"}, "description": "Größe"}}}\
        """
                .formatted(id, type, orderId);
    }
}
