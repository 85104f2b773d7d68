package io.swiftcart.stack.services;

import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.identity.Accounts;
import io.swiftcart.stack.parts.MailPart;
import io.swiftcart.stack.parts.SandboxPart;
import io.swiftcart.stack.parts.kafka.KafkaPart;
import io.swiftcart.stack.parts.postgres.Databases;
import io.swiftcart.stack.parts.postgres.PostgresPart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The environment variables that configure a service, the same names in every way to run it. */
final class ServiceEnvironment {

    /** Long enough for a caller under load to hear on each connection that a replica stops. */
    private static final String LEAVE = "2s";

    private final Map<String, String> shared;
    private final List<Replica> replicas;
    private final Databases databases;
    private final SandboxPart sandbox;
    private final Accounts accounts;
    private final Secrets secrets;

    ServiceEnvironment(Parts parts, String redisPort, List<Replica> replicas, Secrets secrets) {
        this.databases = parts.postgres().databases();
        this.sandbox = parts.sandbox();
        this.accounts = new Accounts(secrets);
        this.secrets = secrets;
        this.replicas = replicas;
        this.shared = shared(parts, redisPort, replicas);
    }

    /** What a service environment is made from. */
    record Parts(
            PostgresPart postgres,
            KafkaPart kafka,
            MailPart mail,
            SandboxPart sandbox,
            String issuer) {}

    Map<String, String> of(Replica replica) {
        Map<String, String> all = new TreeMap<>(shared);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(replica.port()));
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(replica.managementPort()));
        if (replicas.stream().filter(other -> other.service() == replica.service()).count() > 1) {
            all.put("QUARKUS_SHUTDOWN_DELAY", LEAVE);
        }
        String client = replica.service().id();
        if (Accounts.clients().contains(client)) {
            all.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", client);
            all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", accounts.secretOf(client));
        }
        replica.service().database().ifPresent(database -> all.putAll(database(database)));
        if (replica.service() == Service.ACCOUNT) {
            all.putAll(accounts.environment());
            // Only the gateway and the user's own programs can reach loopback.
            all.put("SWIFTCART_ACCOUNT_TRUSTED_GATEWAYS", "127.0.0.1");
        }
        if (replica.service() == Service.PAYMENT) {
            all.put("SWIFTCART_PAYMENT_STRIPE_URL", sandbox.address());
            all.put("SWIFTCART_PAYMENT_STRIPE_API_KEY", sandbox.apiKey());
            all.put("SWIFTCART_PAYMENT_STRIPE_WEBHOOK_SECRETS", sandbox.webhookSecret());
        }
        if (replica.service() == Service.GATEWAY) {
            all.put("SWIFTCART_GATEWAY_LIMITS_CLIENTS_LOADTEST_UNLIMITED", "true");
        }
        all.putAll(wishes("SWIFTCART_FOR_" + replica.service().name() + "_"));
        return all;
    }

    /**
     * What the environment of {@code up} asks for one service alone: {@code
     * SWIFTCART_FOR_ORDER_QUARKUS_REDIS_HOSTS} is {@code QUARKUS_REDIS_HOSTS} of order. So a proxy
     * is put between two neighbours.
     */
    private static Map<String, String> wishes(String prefix) {
        return System.getenv().entrySet().stream()
                .filter(wish -> wish.getKey().startsWith(prefix))
                .collect(
                        Collectors.toMap(
                                wish -> wish.getKey().substring(prefix.length()),
                                Map.Entry::getValue));
    }

    /** Where the environment of {@code up} sends traces, by the names OpenTelemetry gives them. */
    private static Map<String, String> tracing() {
        return System.getenv().entrySet().stream()
                .filter(wish -> wish.getKey().startsWith("OTEL_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each service that has a database has keys of its own for what it encrypts there. */
    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql:" + databases.location(name),
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "postgresql:" + databases.location(name),
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                databases.password(name),
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "true",
                "SWIFTCART_ENCRYPTION_KEYS_LOCAL",
                secrets.key("encryption." + name),
                "SWIFTCART_ENCRYPTION_CURRENT",
                "local",
                "SWIFTCART_ENCRYPTION_INDEX_KEY",
                secrets.key("encryption.index." + name));
    }

    private static Map<String, String> shared(
            Parts parts, String redisPort, List<Replica> replicas) {
        Map<String, String> all = new TreeMap<>(tracing());
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("KAFKA_BOOTSTRAP_SERVERS", parts.kafka().bootstrap());
        all.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + redisPort);
        all.put("QUARKUS_OIDC_AUTH_SERVER_URL", parts.issuer());
        all.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", parts.issuer());
        // Nobody waits at start for the issuer, which starts beside them.
        all.put("QUARKUS_OIDC_CLIENT_DISCOVERY_ENABLED", "false");
        all.put("QUARKUS_OIDC_CLIENT_TOKEN_PATH", "/token");
        all.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        all.put("QUARKUS_MAILER_PORT", Integer.toString(parts.mail().smtpPort()));
        all.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        all.put("SWIFTCART_DEVELOPMENT", "true");
        for (Service service : Service.behindGateway()) {
            List<Replica> own =
                    replicas.stream().filter(replica -> replica.service() == service).toList();
            all.put("SWIFTCART_" + service.name() + "_ADDRESSES", list(own, Replica::port));
            all.put(
                    "SWIFTCART_" + service.name() + "_MANAGEMENT",
                    list(own, Replica::managementPort));
        }
        return all;
    }

    private static String list(List<Replica> replicas, Function<Replica, Integer> port) {
        return replicas.stream()
                .map(replica -> "127.0.0.1:" + port.apply(replica))
                .collect(Collectors.joining(","));
    }
}
