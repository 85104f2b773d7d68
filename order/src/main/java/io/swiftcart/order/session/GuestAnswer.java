package io.swiftcart.order.session;

import io.swiftcart.order.stored.Reader;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The answer to a guest, with the token that opens the order. The token follows from the cart's id,
 * which is a secret of the guest's, and the order's: every repeat and every racing caller is told
 * the same one, and it is stored nowhere.
 */
final class GuestAnswer {
    private GuestAnswer() {}

    static String orderToken(String cartId, UUID orderId) {
        byte[] hash = Reader.hash("order-token " + cartId + " " + orderId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** The answer with the token of the order it tells of, be it a refusal; else as it is. */
    static Response of(Response answer, String cartId) {
        byte[] body = (byte[]) answer.getEntity();
        JsonObject told = new JsonObject(new String(body, StandardCharsets.UTF_8));
        String orderId = told.getString("orderId");
        if (orderId == null) {
            return answer;
        }
        told.put("orderToken", orderToken(cartId, UUID.fromString(orderId)));
        return Response.fromResponse(answer)
                .entity(told.encode().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
