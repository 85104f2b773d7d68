package io.swiftcart.stack.identity;

import io.swiftcart.stack.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of the demo shop. Passwords and secrets are random and live in the data directory.
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
                    new Account.Client("order", List.of("inventory:write", "payments:write")),
                    new Account.Client("notification", List.of("orders:contact")),
                    new Account.Client("payment", List.of()),
                    new Account.Client("inventory", List.of()),
                    new Account.Client("catalog", List.of()),
                    new Account.Client("gateway", List.of()));

    private final Secrets secrets;

    public Accounts(Secrets secrets) {
        this.secrets = secrets;
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
        return secrets.of("user." + user);
    }

    public String secretOf(String client) {
        return secrets.of("client." + client);
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
