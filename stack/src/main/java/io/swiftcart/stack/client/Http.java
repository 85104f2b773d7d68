package io.swiftcart.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP/1.1. Safe for threads. */
public final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /** A status and a body, which is missing if it is not JSON. */
    public record Answer(int status, JsonNode body) {

        public boolean ok() {
            return status / 100 == 2;
        }

        /** What a problem says, or the status. */
        public String problem() {
            return body.path("detail").asText(body.path("title").asText("status " + status));
        }
    }

    public Answer get(String url, Map<String, String> headers) {
        return send(url, "GET", BodyPublishers.noBody(), headers);
    }

    public Answer delete(String url, Map<String, String> headers) {
        return send(url, "DELETE", BodyPublishers.noBody(), headers);
    }

    public Answer post(String url, Object body, Map<String, String> headers) {
        return send(url, "POST", written(body), headers);
    }

    public Answer put(String url, Object body, Map<String, String> headers) {
        return send(url, "PUT", written(body), headers);
    }

    /** Posts a form that is encoded already. */
    public Answer postForm(String url, String form) {
        return send(
                url,
                "POST",
                BodyPublishers.ofString(form),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private BodyPublisher written(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private Answer send(
            String url, String method, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT);
        request.method(method, body);
        request.setHeader("Content-Type", "application/json");
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), parsed(answer.body()));
        } catch (IOException e) {
            throw new StackFailure(
                    url
                            + " does not answer ("
                            + e
                            + "): look at ./swiftcart status and ./swiftcart logs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }
}
