package io.swiftcart.e2e.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Mailbox;
import io.swiftcart.e2e.SharedShop;
import io.swiftcart.e2e.Shop;
import io.swiftcart.e2e.access.Door.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole shop with a Keycloak in account's place, by configuration alone: the realm is the one
 * of {@code ops/compose}, the rest is what an operator would set in the environment.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedShop.Stopped.class)
class KeycloakJourney {
    private static final List<String> SERVICES =
            List.of(
                    "ACCOUNT",
                    "CATALOG",
                    "CART",
                    "INVENTORY",
                    "PAYMENT",
                    "ORDER",
                    "NOTIFICATION",
                    "GATEWAY");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir static Path data;

    private final AccessMatrix matrix = new AccessMatrix();
    private Keycloak keycloak;
    private Shop shop;
    private Door gateway;
    private Callers callers;
    private Belongings belongings;

    @BeforeAll
    void open() throws IOException {
        KeycloakRealm realm =
                new KeycloakRealm(
                        Path.of("..", "ops/compose/identity/swiftcart.json"), matrix.scopes());
        keycloak = Keycloak.start(data.resolve("keycloak"), realm);
        shop = new Shop(data.resolve("shop"), keycloak.asProviderOf(SERVICES));
        shop.upEmpty();
        gateway = new Door(shop.gateway());
        callers = Callers.of(keycloak, matrix.scopes());
        belongings = new Belongings(gateway, callers.of("alice"));
        List.of("SKU-00001", "SKU-00002", "SKU-00003").forEach(this::stock);
    }

    @AfterAll
    void close() {
        if (shop != null && shop.isRunning()) {
            shop.down();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everybody_is_answered_as_documented() {
        AskEverybody everybody = new AskEverybody(gateway, callers, belongings);
        await().atMost(SOON).until(() -> order().status() == 201);
        return matrix.entries().stream()
                .filter(entry -> !entry.policy().equals("public"))
                .map(
                        entry ->
                                DynamicTest.dynamicTest(
                                        entry.toString(), () -> everybody.about(entry)));
    }

    /** Order and notification log in at Keycloak too: who buys gets what was bought, and a mail. */
    @Test
    void services_call_each_other_with_tokens_of_keycloak() {
        await().atMost(SOON).until(() -> order().status() == 201);

        JsonNode order = order().json();

        assertEquals("CONFIRMED", order.path("status").asText());
        Mailbox mails =
                new Mailbox(shop.run().path("mail").path("ui").asText(), "alice@example.com");
        await().atMost(SOON).until(() -> mails.about(order.path("orderNumber").asText()) == 1);
    }

    @Test
    void what_keycloak_has_not_signed_for_this_shop_is_no_token()
            throws GeneralSecurityException, IOException {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.putAll(new Forgeries(keycloak.tokenOfUser("admin"), keycloak.signingKey()).all());
        bad.put("for another audience", keycloak.tokenOfClient(KeycloakRealm.STRANGER));
        bad.put("of account, which is not the issuer here", shop.token("admin"));
        List<String> taken = new ArrayList<>();

        bad.forEach(
                (name, token) ->
                        shop.doors()
                                .forEach(
                                        (door, address) -> {
                                            Answer answer =
                                                    new Door(address)
                                                            .ask(
                                                                    "GET",
                                                                    "/api/v1/orders",
                                                                    Callers.bearer(token));
                                            if (answer.status() != 401) {
                                                taken.add(door + ", " + name + ": " + answer);
                                            }
                                        }));

        assertEquals("", String.join("\n", taken));
    }

    /** Account does not know the people of Keycloak; order keeps for whom they have bought. */
    @Test
    void an_admin_erases_somebody_whom_only_keycloak_knows() {
        await().atMost(SOON).until(() -> orderBy("bob").status() == 201);
        JsonNode order = orderBy("bob").json();
        assertEquals("bob@example.com", contact(order).json().path("email").asText());

        String bob = Callers.claims(keycloak.tokenOfUser("bob")).path("sub").asText();
        Answer erased =
                gateway.ask(
                        "POST",
                        "/api/v1/admin/customers/" + bob + "/erase",
                        callers.of("admin"),
                        "{\"reason\":\"asked for by letter\"}",
                        "application/json");

        assertEquals(204, erased.status(), erased::toString);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertEquals(
                                        "contact-erased",
                                        contact(order).json().path("code").asText()));
    }

    /** As notification asks for it. */
    private Answer contact(JsonNode order) {
        return new Door(shop.doors().get("order"))
                .ask(
                        "GET",
                        "/internal/orders/" + order.path("orderId").asText() + "/contact",
                        Callers.bearer(keycloak.tokenOfClient("notification")));
    }

    private Answer order() {
        return orderBy("alice");
    }

    private Answer orderBy(String user) {
        return gateway.ask(
                "POST",
                "/api/v1/orders",
                callers.of(user),
                """
                {"items":[{"sku":"SKU-00003","qty":1}],"currency":"USD","paymentMethod":"pm_card_visa",
                 "customer":{"email":"%s@example.com"}}
                """
                        .formatted(user),
                "application/json");
    }

    /** As the shop's manager. */
    private void stock(String sku) {
        String category =
                made(
                                "/api/v1/categories",
                                """
                                {"name":"%1$s","slug":"%2$s","description":"of %1$s"}
                                """
                                        .formatted(sku, sku.toLowerCase(Locale.ROOT)))
                        .path("id")
                        .asText();
        made(
                "/api/v1/products",
                """
                {"sku":"%s","name":"A thing","description":"One of them","price":1000,"currency":"USD",
                 "categoryId":"%s","attributes":{},"imageUrl":"https://images.example.com/thing.jpg"}
                """
                        .formatted(sku, category));
        made(
                "/api/v1/inventory",
                """
                {"sku":"%s","onHand":10000,"lowStockThreshold":20}
                """
                        .formatted(sku));
    }

    private JsonNode made(String path, String body) {
        Answer answer = gateway.ask("POST", path, callers.of("manager"), body, "application/json");
        assertEquals(201, answer.status(), answer::toString);
        return answer.json();
    }
}
