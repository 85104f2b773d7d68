package io.swiftcart.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody becomes a customer, buys, moves to another mailbox, and leaves for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.class)
class AccountJourney {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "a good password";
    private static final int TRIES = 5;

    private final Shop shop;

    AccountJourney(Shop shop) {
        this.shop = shop;
    }

    @Test
    void a_customer_from_the_first_day_to_the_last() {
        String email = "willa." + UUID.randomUUID() + "@example.org";
        assertEquals(201, register(email).status());
        JsonNode login = login(email, PASSWORD).json();
        String token = login.path("accessToken").asText();

        Buyer willa = new Buyer(shop.gateway(), token);
        Answer order = willa.order(UUID.randomUUID().toString(), "SKU-00002", 1, Buyer.GOOD_CARD);
        // 202 as the first order of a shop that has just come up, on a machine that has other work.
        assertTrue(Set.of(201, 202).contains(order.status()), order::body);
        String orderId = order.json().path("orderId").asText();
        String path = "/orders/" + orderId;
        assertEquals(email, contact(orderId).path("email").asText());
        assertEquals(200, willa.get(path).status());
        assertEquals(404, new Buyer(shop.gateway(), shop.token("bob")).get(path).status());

        String fresh = "new." + email;
        Object change = Map.of("email", fresh, "password", PASSWORD);
        assertEquals(202, Http.post(api("/users/me/email"), bearer(token), change).status());
        assertEquals(204, post("/auth/confirm-email", Map.of("token", mailedTo(fresh))).status());
        assertEquals(401, login(email, PASSWORD).status());

        String first = login(fresh, PASSWORD).json().path("refreshToken").asText();
        String second = refresh(first).json().path("refreshToken").asText();
        assertEquals(401, refresh(first).status());
        assertEquals(401, refresh(second).status());

        assertEquals(
                403,
                Http.delete(api("/users/me"), bearer(token), Map.of("password", "a wrong password"))
                        .status());
        assertEquals(
                204,
                Http.delete(api("/users/me"), bearer(token), Map.of("password", PASSWORD))
                        .status());
        assertEquals(404, willa.get("/users/me").status());
        assertEquals(401, login(fresh, PASSWORD).status());
        await().atMost(SOON)
                .until(() -> contact(orderId).path("code").asText().equals("contact-erased"));
    }

    @Test
    void five_wrong_passwords_lock_the_account_for_this_address() {
        String email = "lock." + UUID.randomUUID() + "@example.org";
        assertEquals(201, register(email).status());

        for (int i = 0; i < TRIES; i++) {
            assertEquals(401, login(email, "a wrong password").status());
        }

        Answer locked = login(email, PASSWORD);
        assertEquals(429, locked.status());
        assertNotNull(locked.headers().get("Retry-After"));
    }

    @Test
    void the_issuer_of_tokens_is_the_shops_own_service() {
        JsonNode run = shop.run();
        String issuer = run.path("identity").path("issuer").asText();

        assertEquals(run.path("services").path("account").path("url").asText(), issuer);
        String discovery = shop.gateway() + "/.well-known/openid-configuration";
        assertEquals(issuer, Http.get(discovery, Map.of()).json().path("issuer").asText());
    }

    /** Whom an order was for, as notification asks for it. */
    private JsonNode contact(String orderId) {
        String order = shop.doors().get("order");
        String url = order + "/internal/orders/" + orderId + "/contact";
        return Http.get(url, bearer(shop.token("notification"))).json();
    }

    private Answer register(String email) {
        return post(
                "/auth/register",
                Map.of("email", email, "password", PASSWORD, "name", "Willa Wheel"));
    }

    private Answer login(String email, String password) {
        return post("/auth/login", Map.of("email", email, "password", password));
    }

    private Answer refresh(String token) {
        return post("/auth/refresh", Map.of("refreshToken", token));
    }

    private Answer post(String path, Object body) {
        return Http.post(api(path), Map.of(), body);
    }

    private String api(String path) {
        return shop.gateway() + "/api/v1" + path;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private String mailedTo(String address) {
        Mailbox mailbox = new Mailbox(shop.run().path("mail").path("ui").asText(), address);
        return await().atMost(SOON).until(mailbox::tokens, found -> !found.isEmpty()).getFirst();
    }
}
