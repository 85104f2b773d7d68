package io.swiftcart.perf.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The buyer's bearer token: {@code perf.token}; else the content of {@code perf.tokenFile}; else by
 * client credentials from {@code perf.tokenUrl}, {@code perf.clientId} and {@code
 * perf.clientSecret}. It must outlive the run.
 */
public final class Token {

    private Token() {}

    /** The token, or nothing when none is configured: then everybody is a guest. */
    public static Optional<String> configured() {
        return Settings.text("token")
                .or(() -> Settings.text("tokenFile").map(Token::read))
                .or(() -> Settings.text("tokenUrl").map(Token::fetch));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("perf.tokenFile cannot be read: " + file, e);
        }
    }

    private static String fetch(String url) {
        String form =
                "grant_type=client_credentials&client_id="
                        + encoded("clientId")
                        + "&client_secret="
                        + encoded("clientSecret");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode token = new ObjectMapper().readTree(answer.body()).path("access_token");
            if (answer.statusCode() != 200 || !token.isTextual()) {
                throw new IllegalStateException(
                        url + " gives no token: status " + answer.statusCode());
            }
            return token.asText();
        } catch (IOException e) {
            throw new UncheckedIOException(url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String name) {
        String value =
                Settings.text(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "perf.tokenUrl needs perf." + name));
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
