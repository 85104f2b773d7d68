package io.swiftcart.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who does all that one can do about an account, and leaves. */
final class AccountOwner {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PASSWORD = "Unspeakable-Pa55phrase";
    private static final String NEXT_PASSWORD = "Unspeakable-5uccessor";

    private final Shop shop;
    private final String email;
    private final Map<String, String> address;
    private final List<String> secrets =
            new ArrayList<>(List.of(PASSWORD, NEXT_PASSWORD, "Unspeakable-Mi5take"));

    AccountOwner(Shop shop, String email, Map<String, String> address) {
        this.shop = shop;
        this.email = email;
        this.address = address;
    }

    /** Passwords, and what came in answers and mails that opens something. */
    List<String> secretsOfALife() {
        Object registration =
                Map.of("email", email, "password", PASSWORD, "name", address.get("name"));
        done(201, post("/auth/register", registration));
        done(401, logIn("Unspeakable-Mi5take"));
        JsonNode login = kept(done(200, logIn(PASSWORD)));
        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + login.path("accessToken").asText());
        kept(done(200, post("/auth/refresh", refresh(login))));
        done(401, post("/auth/refresh", refresh(login)));
        done(201, Http.post(api("/users/me/addresses"), bearer, address));
        done(202, Http.post(api("/users/me/email"), bearer, change("other." + email)));
        mailed("other." + email);
        done(202, post("/auth/forgot-password", Map.of("email", email)));
        Object reset = Map.of("token", mailed(email), "password", NEXT_PASSWORD);
        done(204, post("/auth/reset-password", reset));
        done(400, post("/auth/reset-password", reset));
        Object farewell = Map.of("password", NEXT_PASSWORD);
        done(204, Http.delete(api("/users/me"), bearer, farewell));
        return List.copyOf(secrets);
    }

    private JsonNode kept(Answer tokens) {
        JsonNode json = tokens.json();
        String access = json.path("accessToken").asText();
        secrets.add(access.substring(access.lastIndexOf('.') + 1));
        secrets.add(json.path("refreshToken").asText());
        return json;
    }

    private String mailed(String to) {
        Mailbox mailbox = new Mailbox(shop.run().path("mail").path("ui").asText(), to);
        List<String> tokens =
                await().atMost(SOON).until(mailbox::tokens, found -> !found.isEmpty());
        secrets.addAll(tokens);
        return tokens.getLast();
    }

    private Answer logIn(String password) {
        return post("/auth/login", Map.of("email", email, "password", password));
    }

    private static Object refresh(JsonNode login) {
        return Map.of("refreshToken", login.path("refreshToken").asText());
    }

    private static Object change(String to) {
        return Map.of("email", to, "password", PASSWORD);
    }

    private Answer post(String path, Object body) {
        return Http.post(api(path), Map.of(), body);
    }

    private static Answer done(int status, Answer answer) {
        assertEquals(status, answer.status(), answer::body);
        return answer;
    }

    private String api(String path) {
        return shop.gateway() + "/api/v1" + path;
    }
}
