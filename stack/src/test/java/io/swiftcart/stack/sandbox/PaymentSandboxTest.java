package io.swiftcart.stack.sandbox;

import static io.swiftcart.stack.sandbox.SandboxCalls.charge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.stack.sandbox.SandboxCalls.Answered;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentSandboxTest {

    private static final String INTENTS = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";

    private Path data;
    private SandboxCalls sandbox;

    @BeforeEach
    void start(@TempDir Path fresh) throws IOException {
        data = fresh;
        sandbox = new SandboxCalls(data, null);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_good_card_is_charged_and_found_again() throws Exception {
        Map<String, String> form = charge();

        Answered created = sandbox.post(INTENTS, form, "k");

        assertEquals(200, created.status());
        assertEquals("succeeded", created.text("/status"));
        assertEquals(1299, created.number("/amount_received"));
        assertEquals(0, created.number("/amount_refunded"));
        assertEquals(form.get("metadata[orderId]"), created.text("/metadata/orderId"));
        assertEquals(created.body(), sandbox.get(INTENTS + "/" + created.text("/id")).body());
        String query = "metadata['orderId']:'" + form.get("metadata[orderId]") + "'";
        Answered found =
                sandbox.get(
                        INTENTS
                                + "/search?query="
                                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertEquals(created.body(), found.body().at("/data/0"));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclined, card_declined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, card_declined, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card, ''"
    })
    void a_bad_card_is_402_with_the_intent_in_the_error(
            String token, String code, String declineCode) throws Exception {
        Answered declined = sandbox.post(INTENTS, charge("payment_method", token), "k");

        assertEquals(402, declined.status());
        assertEquals("card_error", declined.text("/error/type"));
        assertEquals(code, declined.text("/error/code"));
        assertEquals(declineCode, declined.text("/error/decline_code"));
        assertEquals("requires_payment_method", declined.text("/error/payment_intent/status"));
        assertEquals(0, declined.number("/error/payment_intent/amount_received"));
    }

    @ParameterizedTest
    @CsvSource({
        "payment_method, pm_nope, resource_missing",
        "amount, 0, parameter_invalid_integer",
        "amount, x, parameter_invalid_integer",
        "amount, '', parameter_missing",
        "colour, blue, parameter_unknown"
    })
    void a_bad_parameter_is_named_and_its_key_stays_free(String param, String value, String code)
            throws Exception {
        Answered refused = sandbox.post(INTENTS, charge(param, value), "k");

        assertEquals(400, refused.status());
        assertEquals("invalid_request_error", refused.text("/error/type"));
        assertEquals(code, refused.text("/error/code"));
        assertEquals(param, refused.text("/error/param"));
        assertEquals(200, sandbox.post(INTENTS, charge(), "k").status());
    }

    @Test
    void the_same_key_repeats_the_reply_and_refuses_other_parameters() throws Exception {
        Map<String, String> form = charge();
        Answered first = sandbox.post(INTENTS, form, "k");

        Answered repeat = sandbox.post(INTENTS, form, "k");
        Answered other = sandbox.post(INTENTS, charge("amount", "1"), "k");

        assertTrue(repeat.replayed());
        assertEquals(first.body(), repeat.body());
        assertEquals(400, other.status());
        assertEquals("idempotency_error", other.text("/error/type"));
        assertEquals(1, sandbox.get(INTENTS).body().at("/data").size());
    }

    @Test
    void equal_requests_at_the_same_time_charge_once_and_the_late_ones_are_told_to_wait()
            throws Exception {
        Map<String, String> form = charge();
        sandbox.fault("payment.latency", 200);

        Set<Integer> statuses;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answered> call = () -> sandbox.post(INTENTS, form, "k");
            statuses =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> call).toList()).stream()
                            .map(Future::resultNow)
                            .map(Answered::status)
                            .collect(Collectors.toSet());
        }

        assertTrue(Set.of(200, 409).containsAll(statuses), statuses.toString());
        assertTrue(statuses.contains(200));
        assertEquals(1, sandbox.get(INTENTS).body().at("/data").size());
    }

    @Test
    void reserved_money_is_captured_in_part_or_let_go_but_not_both() throws Exception {
        String held = sandbox.post(INTENTS, charge("capture_method", "manual"), "k").text("/id");
        Answered captured =
                sandbox.post(
                        INTENTS + "/" + held + "/capture",
                        Map.of("amount_to_capture", "1000"),
                        "c");
        Answered canceled = sandbox.post(INTENTS + "/" + held + "/cancel", Map.of(), "v");

        assertEquals("succeeded", captured.text("/status"));
        assertEquals(1000, captured.number("/amount_received"));
        assertEquals("payment_intent_unexpected_state", canceled.text("/error/code"));
        assertEquals("succeeded", canceled.text("/error/payment_intent/status"));
    }

    @Test
    void refunds_never_exceed_what_was_captured() throws Exception {
        String intent = sandbox.post(INTENTS, charge(), "k").text("/id");

        assertEquals(
                200,
                sandbox.post(REFUNDS, Map.of("payment_intent", intent, "amount", "1000"), "r1")
                        .status());
        assertEquals(
                400,
                sandbox.post(REFUNDS, Map.of("payment_intent", intent, "amount", "300"), "r2")
                        .status());
        assertEquals(
                299,
                sandbox.post(REFUNDS, Map.of("payment_intent", intent), "r3").number("/amount"));
        assertEquals(
                "charge_already_refunded",
                sandbox.post(REFUNDS, Map.of("payment_intent", intent), "r4").text("/error/code"));
        assertEquals(1299, sandbox.get(INTENTS + "/" + intent).number("/amount_refunded"));
        assertEquals(
                2, sandbox.get(REFUNDS + "?payment_intent=" + intent).body().at("/data").size());
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest() throws Exception {
        for (int i = 0; i < 5; i++) {
            Answered _ = sandbox.post(INTENTS, charge(), "k" + i);
        }

        Answered first = sandbox.get(INTENTS + "?limit=3");
        Answered rest =
                sandbox.get(INTENTS + "?limit=3&starting_after=" + first.text("/data/2/id"));

        assertTrue(first.body().at("/has_more").asBoolean());
        assertEquals(2, rest.body().at("/data").size());
        assertFalse(rest.body().at("/has_more").asBoolean());
        assertEquals(
                "resource_missing",
                sandbox.get(INTENTS + "?starting_after=pi_x").text("/error/code"));
    }

    @Test
    void nobody_without_the_key_is_answered_but_health_is() throws Exception {
        String url = sandbox.request("/").build().uri().resolve("/").toString();

        for (String path : List.of("v1/payment_intents", "_sandbox/faults")) {
            assertEquals(
                    401, sandbox.send(HttpRequest.newBuilder(URI.create(url + path))).status());
            assertEquals(
                    401,
                    sandbox.send(
                                    HttpRequest.newBuilder(URI.create(url + path))
                                            .header("Authorization", "Bearer sk_other"))
                            .status());
        }
        assertEquals(
                "UP",
                sandbox.send(HttpRequest.newBuilder(URI.create(url + "health"))).text("/status"));
    }
}
