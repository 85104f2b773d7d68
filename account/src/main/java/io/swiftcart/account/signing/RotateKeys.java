package io.swiftcart.account.signing;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.CostlyWork;
import io.swiftcart.platform.audit.Audit;
import io.swiftcart.platform.database.Database;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the key that signs, by the clock or for an admin; makes the first one. A new key is
 * published before it signs: whoever verifies tokens looks for new keys now and then only, and
 * would refuse what it does not know yet.
 */
@ApplicationScoped
public class RotateKeys {
    private static final Logger LOG = Logger.getLogger(RotateKeys.class);

    private final Database database;
    private final SigningKeys keys;
    private final CostlyWork costly;
    private final Audit audit;
    private final Clock clock;
    private final KeysConfig config;
    private final Duration tokenLife;

    RotateKeys(
            Database database,
            SigningKeys keys,
            CostlyWork costly,
            Audit audit,
            Clock clock,
            KeysConfig config,
            @ConfigProperty(name = "swiftcart.account.tokens.life") Duration tokenLife) {
        this.database = database;
        this.keys = keys;
        this.costly = costly;
        this.audit = audit;
        this.clock = clock;
        this.config = config;
        this.tokenLife = tokenLife;
    }

    /**
     * How long a retired key is published: the last token that it signed may live as long, and
     * clocks differ.
     */
    public Instant stillPublished() {
        return clock.instant().minus(tokenLife).minus(Duration.ofMinutes(1));
    }

    /** Begins to replace the key, and writes down who wanted it and why; the new one's id. */
    public Uni<String> now(String actor, String reason) {
        return costly.of(FreshKey::generate)
                .chain(
                        fresh ->
                                keys.encrypted(fresh)
                                        .chain(
                                                encrypted ->
                                                        commit(fresh, encrypted, actor, reason)))
                .invoke(RotateKeys::tell);
    }

    /** Overlapping looks of replicas are harmless: the second finds a young key under the lock. */
    @Scheduled(
            every = "${swiftcart.account.keys.look}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return keys.erase()
                .chain(keys::newest)
                .chain(madeAt -> isDue(madeAt) ? renew() : Uni.createFrom().voidItem());
    }

    private Uni<Void> renew() {
        return costly.of(FreshKey::generate)
                .chain(
                        fresh ->
                                keys.encrypted(fresh)
                                        .chain(encrypted -> commitIfDue(fresh, encrypted)));
    }

    private Uni<Void> commitIfDue(FreshKey fresh, Buffer encrypted) {
        return database.inTransaction(
                tx ->
                        keys.locked(tx)
                                .chain(
                                        madeAt ->
                                                isDue(madeAt)
                                                        ? begin(tx, fresh, encrypted)
                                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> begin(SqlConnection tx, FreshKey fresh, Buffer encrypted) {
        return replace(tx, fresh, encrypted).invoke(() -> tell(fresh.kid()));
    }

    private Uni<String> commit(FreshKey fresh, Buffer encrypted, String actor, String reason) {
        return database.inTransaction(
                tx ->
                        keys.locked(tx)
                                .chain(() -> replace(tx, fresh, encrypted))
                                .chain(
                                        () ->
                                                audit.add(
                                                        tx,
                                                        actor,
                                                        "signing-keys.rotate",
                                                        fresh.kid(),
                                                        reason))
                                .replaceWith(fresh.kid()));
    }

    private Uni<Void> replace(SqlConnection tx, FreshKey fresh, Buffer encrypted) {
        return keys.replace(tx, fresh, encrypted, config.lead(), stillPublished());
    }

    private boolean isDue(@Nullable Instant madeAt) {
        return madeAt == null || madeAt.plus(config.life()).isBefore(clock.instant());
    }

    private static void tell(String kid) {
        LOG.infof("The new key %s is published; it signs when the one before retires", kid);
    }
}
