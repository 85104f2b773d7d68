package io.swiftcart.stack.identity;

import io.swiftcart.stack.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts of the demo shop. Passwords and secrets are random, live in the data directory and
 * are all made by the first who opens them, so that whoever reads the file later knows the same.
 */
public final class Accounts {

    private static final List<Account.User> USERS =
            List.of(
                    new Account.User("alice", "Alice Adams", List.of("customer")),
                    new Account.User("bob", "Bob Brown", List.of("customer")),
                    new Account.User("manager", "Mary Manager", List.of("manager")),
                    new Account.User("admin", "Adam Admin", List.of("admin", "manager")));

    private static final List<Account.Client> CLIENTS =
            List.of(
                    new Account.Client("loadtest", List.of("orders:write", "orders:read")),
                    new Account.Client("bookkeeper", List.of("payments:write", "payments:read")),
                    new Account.Client(
                            "order",
                            List.of(
                                    "inventory:write",
                                    "payments:write",
                                    "payments:settle",
                                    "carts:write")),
                    new Account.Client("notification", List.of("orders:contact")),
                    new Account.Client("payment", List.of()),
                    new Account.Client("inventory", List.of()),
                    new Account.Client("catalog", List.of()),
                    new Account.Client("cart", List.of()),
                    new Account.Client("gateway", List.of()));

    private final Map<String, String> passwords;
    private final Map<String, String> clientSecrets;

    public Accounts(Secrets secrets) {
        passwords =
                users().stream()
                        .collect(
                                Collectors.toMap(user -> user, user -> secrets.of("user." + user)));
        clientSecrets =
                clients().stream()
                        .collect(
                                Collectors.toMap(
                                        client -> client,
                                        client -> secrets.of("client." + client)));
    }

    /** The names of the demo users. */
    public static List<String> users() {
        return USERS.stream().map(Account.User::id).toList();
    }

    /** The names of the machine clients. */
    public static List<String> clients() {
        return CLIENTS.stream().map(Account.Client::id).toList();
    }

    public String passwordOf(String user) {
        return Objects.requireNonNull(passwords.get(user));
    }

    public String secretOf(String client) {
        return Objects.requireNonNull(clientSecrets.get(client));
    }

    /** What makes the service account know the same users, and the clients that call somebody. */
    public Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>();
        for (Account.User user : USERS) {
            String prefix = "SWIFTCART_ACCOUNT_DEMO_USERS_" + user.id().toUpperCase(Locale.ROOT);
            all.put(prefix + "_PASSWORD", passwordOf(user.id()));
            all.put(prefix + "_NAME", user.name());
            all.put(prefix + "_ROLES", String.join(",", user.roles()));
        }
        for (Account.Client client : CLIENTS) {
            if (!client.scopes().isEmpty()) {
                String prefix = "SWIFTCART_ACCOUNT_CLIENTS_" + client.id().toUpperCase(Locale.ROOT);
                all.put(prefix + "_SECRET", secretOf(client.id()));
                all.put(prefix + "_SCOPES", String.join(" ", client.scopes()));
            }
        }
        return all;
    }

    Optional<Account> user(String id, String password) {
        return USERS.stream()
                .filter(user -> user.id().equals(id) && same(passwordOf(id), password))
                .map(Account.class::cast)
                .findFirst();
    }

    Optional<Account> client(String id, String secret) {
        return CLIENTS.stream()
                .filter(client -> client.id().equals(id) && same(secretOf(id), secret))
                .map(Account.class::cast)
                .findFirst();
    }

    private static boolean same(String ours, String given) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
