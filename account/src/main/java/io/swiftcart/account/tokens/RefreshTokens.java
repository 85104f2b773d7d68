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
        String next = Ids.secret();
        return database.inTransaction(
                        tx -> families.lock(tx, token).chain(found -> decide(tx, found, next)))
                .chain(owner -> owner == null ? Uni.createFrom().nullItem() : renewal(owner, next));
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

    /** Whose family has got its next token; null when it has got none. */
    private Uni<@Nullable UUID> decide(SqlConnection tx, @Nullable FamilyRow found, String next) {
        if (found == null || found.over(clock.instant())) {
            return Uni.createFrom().nullItem();
        }
        return found.used()
                ? revoke(tx, found).chain(() -> Uni.createFrom().nullItem())
                : families.succeed(tx, found, next, clock.instant()).replaceWith(found.customer());
    }

    private Uni<@Nullable Renewal> renewal(UUID owner, String next) {
        return customers.byId(owner).map(customer -> new Renewal(customer, next));
    }

    private Uni<Void> revoke(SqlConnection tx, FamilyRow family) {
        return families.revoke(tx, family.family(), clock.instant());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
