package io.swiftcart.stack.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.identity.Accounts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Bearer tokens from the real issuer. Needs the part {@code identity}. */
public final class Tokens {

    static final String SECRET_OF = "swiftcart.stack.secret.";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Tokens() {}

    /**
     * A token of a demo user ({@code alice, bob, manager, admin}) or machine client ({@code
     * loadtest, order, …}).
     */
    public static String of(String account) {
        return of(account, Map.of());
    }

    /**
     * As {@link #of(String)}, with the issuer's test members {@code ttl} (seconds), {@code
     * audience}, {@code issuer}.
     */
    public static String of(String account, Map<String, String> members) {
        String secret = System.getProperty(SECRET_OF + account);
        if (secret == null) {
            throw new IllegalArgumentException(
                    "no account " + account + ", or the part identity is not started");
        }
        Map<String, String> form = new HashMap<>(members);
        if (Accounts.users().contains(account)) {
            form.putAll(Map.of("grant_type", "password", "username", account, "password", secret));
        } else {
            form.putAll(
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            account,
                            "client_secret",
                            secret));
        }
        return ask(form);
    }

    private static String ask(Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(Handover.ISSUER.value() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "the issuer answers " + answer.statusCode() + " " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("the issuer does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
