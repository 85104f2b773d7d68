package io.swiftcart.account.tokens;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Families of refresh tokens, one family a login. A token is used once and gives its successor; one
 * that comes a second time was stolen, from the thief or from the customer, and ends the family.
 */
@ApplicationScoped
public class RefreshTokens {
    private final Database database;
    private final FamilyRepository families;
    private final Customers customers;
    private final Clock clock;

    RefreshTokens(Database database, FamilyRepository families, Customers customers, Clock clock) {
        this.database = database;
        this.families = families;
        this.customers = customers;
        this.clock = clock;
    }

    /** A token that was used, its successor, and whom both belong to. */
    public record Renewal(Customer customer, String refreshToken) {
        @Override
        public String toString() {
            return "Renewal[***]";
        }
    }

    /** The first token of a new family. */
    public Uni<String> begin(UUID customer) {
        String token = Ids.secret();
        return database.inTransaction(tx -> families.begin(tx, customer, token, clock.instant()))
                .replaceWith(token);
    }

    /** Null for a token that is unknown, expired or used, or whose family has ended. */
    public Uni<@Nullable Renewal> renew(String token) {
        return database.inTransaction(
                tx -> families.lock(tx, token).chain(found -> decide(tx, found)));
    }

    /** Ends the family of the token, if there is one. */
    public Uni<Void> end(String token) {
        return database.inTransaction(
                tx ->
                        families.lock(tx, token)
                                .chain(found -> found == null ? nothing() : revoke(tx, found)));
    }

    /** Ends all families of a customer. */
    public Uni<Void> endAll(SqlConnection tx, UUID customer) {
        return families.revokeAll(tx, customer, clock.instant());
    }

    @Scheduled(every = "1h", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return families.sweep(database.pool(), clock.instant());
    }

    private Uni<@Nullable Renewal> decide(SqlConnection tx, @Nullable FamilyRow found) {
        if (found == null || found.over(clock.instant())) {
            return Uni.createFrom().nullItem();
        }
        if (found.used()) {
            return revoke(tx, found).replaceWith((Renewal) null);
        }
        String next = Ids.secret();
        return families.succeed(tx, found, next, clock.instant())
                .chain(() -> customers.byId(tx, found.customer()))
                .map(customer -> new Renewal(customer, next));
    }

    private Uni<Void> revoke(SqlConnection tx, FamilyRow family) {
        return families.revoke(tx, family.family(), clock.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
