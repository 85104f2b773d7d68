package io.swiftcart.account.development;

import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.Passwords;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.account.customers.NewCustomer;
import io.swiftcart.account.tokens.Shape;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.Problem;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What helps to try and to test, and does nothing outside development. */
@ApplicationScoped
public class Development {
    private final boolean on;
    private final DemoConfig demo;
    private final Database database;
    private final Customers customers;
    private final Passwords passwords;

    Development(
            @ConfigProperty(name = "swiftcart.development", defaultValue = "false") boolean on,
            DemoConfig demo,
            Database database,
            Customers customers,
            Passwords passwords) {
        this.on = on;
        this.demo = demo;
        this.database = database;
        this.customers = customers;
        this.passwords = passwords;
    }

    /** Demo users by name, {@code swiftcart.account.demo.*}. */
    @ConfigMapping(prefix = "swiftcart.account.demo")
    interface DemoConfig {
        Map<String, DemoUser> users();
    }

    /** One demo user; their address is {@code <name>@example.com}. */
    interface DemoUser {
        String password();

        String name();

        List<String> roles();
    }

    /**
     * Makes the demo user that wants to log in, if there is one of that name and it is not there
     * yet: not at start, which it would hold up with a hash for each.
     */
    public Uni<Void> prepare(String login) {
        String name =
                login.endsWith("@example.com") ? login.substring(0, login.indexOf('@')) : login;
        DemoUser user = on ? demo.users().get(name) : null;
        return user == null ? Uni.createFrom().voidItem() : addMissing(name, user);
    }

    /** The shape that a request wants by {@code ttl}, {@code audience} and {@code issuer}. */
    public Shape shape(Shape usual, Map<String, String> members) {
        if (!on) {
            return usual;
        }
        String ttl = members.get("ttl");
        return new Shape(
                members.getOrDefault("issuer", usual.issuer()),
                members.getOrDefault("audience", usual.audience()),
                ttl == null ? usual.life() : Duration.ofSeconds(Long.parseLong(ttl)));
    }

    private Uni<Void> addMissing(String name, DemoUser user) {
        return customers
                .byLogin(name)
                .chain(found -> found == null ? add(name, user) : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(String name, DemoUser user) {
        return passwords.hash(user.password()).chain(hash -> insert(newCustomer(name, user, hash)));
    }

    private Uni<Void> insert(NewCustomer customer) {
        return customers
                .key(customer.id())
                .chain(key -> database.inTransaction(tx -> customers.add(tx, customer, key)))
                .onFailure(Development::isThere)
                .recoverWithNull();
    }

    /** Somebody else has made it in this moment, or it was erased, which is for ever. */
    private static boolean isThere(Throwable failure) {
        return failure instanceof Problem || failure instanceof PgException;
    }

    /**
     * The id is fixed, so that orders still belong to their customer after this database is lost.
     */
    private static NewCustomer newCustomer(String name, DemoUser user, String hash) {
        UUID id =
                UUID.nameUUIDFromBytes(("swiftcart-user:" + name).getBytes(StandardCharsets.UTF_8));
        return new NewCustomer(id, name, name + "@example.com", user.name(), hash, user.roles());
    }
}
