package io.swiftcart.stack.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves {@code /.well-known/openid-configuration}, {@code /jwks} and {@code /token} on loopback.
 * Tokens are RS256 JWTs for the audience {@code swiftcart}, one hour long. Wrong credentials are
 * 401 {@code invalid_grant}.
 */
public final class IdentityIssuer implements AutoCloseable {

    private static final int BODY_MAX = 16 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final Clock clock = Clock.systemUTC();
    private final SigningKey key;
    private final Accounts accounts;
    private final String issuer;

    private IdentityIssuer(HttpServer server, SigningKey key, Accounts accounts) {
        this.server = server;
        this.key = key;
        this.accounts = accounts;
        this.issuer = "http://localhost:" + server.getAddress().getPort();
    }

    /** Starts to serve; port 0 takes any free one. */
    public static IdentityIssuer start(Layout layout, Secrets secrets, int port) {
        SigningKey key = SigningKey.in(layout.part("identity"));
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            IdentityIssuer issuer = new IdentityIssuer(server, key, new Accounts(secrets));
            server.createContext("/", issuer::answer);
            server.setExecutor(issuer.threads);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new StackFailure(
                    "Port " + port + " for identity is taken: stop the program that listens there.",
                    e);
        }
    }

    /** The issuer's name in tokens, and its address. */
    public String issuer() {
        return issuer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(
                            exchange.getRequestBody().readNBytes(BODY_MAX), StandardCharsets.UTF_8);
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> send(exchange, 200, discovery());
                case "/jwks" -> send(exchange, 200, key.jwks());
                case "/token" -> token(exchange, body);
                default -> send(exchange, 404, Map.of("error", "not_found"));
            }
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", issuer,
                "jwks_uri", issuer + "/jwks",
                "token_endpoint", issuer + "/token",
                "grant_types_supported", List.of("password", "client_credentials"),
                "response_types_supported", List.of("token"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post"));
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        try {
            TokenRequest request =
                    TokenRequest.of(body, exchange.getRequestHeaders().getFirst("Authorization"));
            if (!exchange.getRequestMethod().equals("POST") || !request.grantKnown()) {
                send(exchange, 400, Map.of("error", "unsupported_grant_type"));
                return;
            }
            Optional<Account> account = request.account(accounts);
            if (account.isEmpty()) {
                send(exchange, 401, Map.of("error", "invalid_grant"));
                return;
            }
            send(
                    exchange,
                    200,
                    Map.of(
                            "access_token", key.sign(claims(account.get(), request)),
                            "token_type", "Bearer",
                            "expires_in", request.ttlSeconds()));
        } catch (IllegalArgumentException _) {
            send(exchange, 400, Map.of("error", "invalid_request"));
        }
    }

    private Map<String, Object> claims(Account account, TokenRequest request) {
        Instant now = clock.instant();
        Map<String, Object> claims = new TreeMap<>(account.claims());
        claims.put("iss", request.issuer(issuer));
        claims.put("aud", request.audience());
        // A token that is born expired was once valid.
        claims.put("iat", now.getEpochSecond() + Math.min(0, request.ttlSeconds()));
        claims.put("exp", now.getEpochSecond() + request.ttlSeconds());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private void send(HttpExchange exchange, int status, Map<String, Object> body)
            throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
