package io.swiftcart.stack.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running sandbox as its customer sees it: over HTTP. */
final class SandboxCalls implements AutoCloseable {

    static final String KEY = "sk_test_key";
    static final String SECRET = "whsec_test";

    /** What was answered. */
    record Answered(int status, JsonNode body, boolean replayed) {

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        long number(String pointer) {
            return body.at(pointer).asLong();
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PaymentSandbox sandbox;

    SandboxCalls(Path data, @Nullable URI webhookUrl) throws IOException {
        sandbox = PaymentSandbox.start(new SandboxOptions(0, data, KEY, SECRET, webhookUrl));
    }

    /** A charge that is confirmed at once, with the given changes to its parameters. */
    static Map<String, String> charge(String... changes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("amount", "1299");
        form.put("currency", "usd");
        form.put("confirm", "true");
        form.put("payment_method", "pm_card_visa");
        form.put("metadata[orderId]", UUID.randomUUID().toString());
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    Answered post(String path, Map<String, String> form, @Nullable String key) throws Exception {
        String body =
                form.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    Answered get(String path) throws Exception {
        return send(request(path).GET());
    }

    void fault(String name, Object value) throws Exception {
        assertEquals(200, tryFault(name, value).status());
    }

    Answered tryFault(String name, Object value) throws Exception {
        String body = json.writeValueAsString(Map.of(name, value));
        return send(request("/_sandbox/faults").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    void heal() throws Exception {
        assertEquals(200, send(request("/_sandbox/faults").DELETE()).status());
    }

    Answered send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answered(
                response.statusCode(),
                json.readTree(response.body()),
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer " + KEY);
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
