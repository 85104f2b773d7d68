package io.swiftcart.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as any client speaks it. */
public final class Http {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** An answer: status, headers and the body as it came. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new AssertionError(status + " is not JSON: " + body, notJson);
            }
        }
    }

    private Http() {}

    public static Answer get(String url, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET(), headers);
    }

    public static Answer post(String url, Map<String, String> headers, Object body) {
        return write("POST", url, headers, body);
    }

    public static Answer put(String url, Map<String, String> headers, Object body) {
        return write("PUT", url, headers, body);
    }

    public static Answer delete(String url, Map<String, String> headers, Object body) {
        return write("DELETE", url, headers, body);
    }

    private static Answer write(
            String method, String url, Map<String, String> headers, Object body) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            return send(request, headers);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static Answer send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> first.put(name, values.getFirst()));
            return new Answer(response.statusCode(), first, response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
