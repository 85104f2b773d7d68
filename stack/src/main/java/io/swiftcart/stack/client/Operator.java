package io.swiftcart.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http.Answer;
import java.util.Map;

/** Speaks with a running shop as the demo admin. */
public final class Operator {

    private final Http http = new Http();
    private final String admin;
    private final Map<String, String> bearer;

    Operator(String gateway, String token) {
        this.admin = gateway + "/api/v1/admin";
        this.bearer = Map.of("Authorization", "Bearer " + token);
    }

    /** Of the shop that runs in this directory; a failure if none does. */
    public static Operator of(Layout layout) {
        RunningShop shop = RunningShop.in(layout);
        String token = new Login(shop.issuer(), Secrets.open(layout)).token("admin", Map.of());
        return new Operator(shop.gateway(), token);
    }

    /** For addresses beside the gateway. */
    public Map<String, String> bearer() {
        return bearer;
    }

    /** An operators' page of the gateway, such as {@code /invariants}; a failure if it refuses. */
    public JsonNode get(String page) {
        return good(http.get(admin + page, bearer));
    }

    /** As {@link #get}, with a body. */
    public JsonNode post(String page, Object body) {
        return good(http.post(admin + page, body, bearer));
    }

    private static JsonNode good(Answer answer) {
        if (!answer.ok()) {
            throw new StackFailure("The shop refuses: " + answer.problem());
        }
        return answer.body();
    }
}
