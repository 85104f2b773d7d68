package io.swiftcart.stack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.identity.Accounts;
import io.swiftcart.stack.parts.postgres.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Starts real parts once per JVM and configures the service under test with them. Init arguments:
 * {@code parts}, a comma list of {@code postgres, kafka, redis, identity, mail, sandbox} (default:
 * the first four); {@code client}, the name of the service whose client credentials it uses
 * (default: {@code order}). Stores are spoken to over TLS. Each start of the application gets a
 * database of its own; topics stay. Comes before other resources, which may override: neighbours
 * have the address of nobody.
 */
public class StackTestResource implements QuarkusTestResourceLifecycleManager {

    private static final List<String> SERVICES =
            List.of("account", "catalog", "cart", "order", "payment", "inventory", "notification");
    private static final String NOBODY = "127.0.0.1:9";

    /**
     * A packaged service does not start when one of its two ports is left to the system (its
     * metrics of both would differ in their tags).
     */
    private static final boolean PACKAGED = Boolean.getBoolean("swiftcart.test.packaged");

    private Set<String> parts = Set.of("postgres", "kafka", "redis", "identity");
    private String client = "order";

    @Override
    public int order() {
        return -100;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        String named = initArgs.get("parts");
        if (named != null) {
            parts = Set.of(named.strip().split("\\s*,\\s*"));
        }
        client = initArgs.getOrDefault("client", client);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        // Several modules may be tested on one machine at once.
        configuration.put(
                "quarkus.http.test-port", PACKAGED ? Integer.toString(FreePort.any()) : "0");
        configuration.put("quarkus.management.test-port", "0");
        // Of a packaged service the tests know only what they have said themselves.
        configuration.put("quarkus.management.port", Integer.toString(FreePort.any()));
        configuration.put("swiftcart.development", "true");
        for (String service : SERVICES) {
            configuration.put("swiftcart." + service + ".addresses", NOBODY);
            configuration.put("swiftcart." + service + ".management", NOBODY);
        }
        try {
            TestStack stack = TestStack.open();
            for (String part : parts) {
                configuration.putAll(start(stack, part.toLowerCase(Locale.ROOT)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database", e);
        }
        return configuration;
    }

    /**
     * The parts end with the JVM, not with the application: the next test class uses them again.
     */
    @Override
    public void stop() {}

    private Map<String, String> start(TestStack stack, String part) throws SQLException {
        switch (part) {
            case "postgres" -> {
                Map<String, String> settings = new HashMap<>(encryption(stack.secrets()));
                settings.putAll(freshDatabase(stack.postgres().databases()));
                settings.putAll(StoresOverTls.postgres());
                return settings;
            }
            case "kafka" -> {
                stack.kafka();
                return StoresOverTls.kafka();
            }
            case "redis" -> {
                stack.redis();
                return StoresOverTls.redis();
            }
            case "identity" -> {
                stack.identity();
                return identity(new Accounts(stack.secrets()));
            }
            case "mail" -> {
                stack.mail();
                return Map.of(
                        "quarkus.mailer.mock", "false",
                        "quarkus.mailer.host", "127.0.0.1",
                        "quarkus.mailer.port", Handover.MAIL_SMTP_PORT.value(),
                        "quarkus.mailer.start-tls", "DISABLED");
            }
            case "sandbox" -> {
                stack.sandbox();
                return Map.of(
                        "swiftcart.payment.stripe.url", Handover.SANDBOX_URL.value(),
                        "swiftcart.payment.stripe.api-key", Handover.SANDBOX_API_KEY.value(),
                        "swiftcart.payment.stripe.webhook-secrets",
                                Handover.SANDBOX_WEBHOOK_SECRET.value());
            }
            default -> throw new IllegalArgumentException("there is no part " + part);
        }
    }

    private static Map<String, String> encryption(Secrets secrets) {
        return Map.of(
                "swiftcart.encryption.keys.test", secrets.key("encryption.test"),
                "swiftcart.encryption.current", "test",
                "swiftcart.encryption.index-key", secrets.key("encryption.index"));
    }

    private static Map<String, String> freshDatabase(Databases databases) throws SQLException {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        databases.create(List.of(name));
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql:" + databases.location(name),
                "quarkus.datasource.reactive.url",
                "postgresql:" + databases.location(name),
                "quarkus.datasource.username",
                name,
                "quarkus.datasource.password",
                databases.password(name),
                "quarkus.flyway.migrate-at-start",
                "true");
    }

    private Map<String, String> identity(Accounts accounts) {
        String issuer = Handover.ISSUER.value();
        Accounts.users()
                .forEach(
                        user ->
                                System.setProperty(
                                        Tokens.SECRET_OF + user, accounts.passwordOf(user)));
        Accounts.clients()
                .forEach(
                        name ->
                                System.setProperty(
                                        Tokens.SECRET_OF + name, accounts.secretOf(name)));
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer,
                "quarkus.oidc-client.auth-server-url", issuer,
                "quarkus.oidc-client.client-id", client,
                "quarkus.oidc-client.credentials.secret", accounts.secretOf(client));
    }
}
