package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks at an address, with as many Authorization headers as are given. */
record Door(String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    record Answer(int status, String body) {
        JsonNode json() {
            return new Http.Answer(status, java.util.Map.of(), body).json();
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    Answer ask(String method, String path, List<String> authorizations) {
        return ask(method, path, authorizations, null, "application/json");
    }

    /** {@code body} null: none is sent. A new idempotency key comes with everything but reads. */
    Answer ask(
            String method,
            String path,
            List<String> authorizations,
            @Nullable String body,
            String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        authorizations.forEach(each -> request.header("Authorization", each));
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType)
                    .method(method, BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
