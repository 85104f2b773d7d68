package io.swiftcart.account.credentials;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.BlindIndex;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Counts failed logins of each pair (login, client address) in the database, so that replicas count
 * together. Locked is a pair, never an account: somebody else's tries from elsewhere shut nobody
 * out.
 */
@ApplicationScoped
class LoginThrottle {
    private static final String LOCK =
            "select ends_at from login_throttle where pair = $1 and failures >= $2 and ends_at > $3";
    private static final String FAILED =
            """
            insert into login_throttle as t (pair, failures, ends_at) values ($1, 1, $4)
            on conflict (pair) do update set
                failures = case when t.ends_at <= $3 then 1 else t.failures + 1 end,
                ends_at = case when t.ends_at <= $3 or t.failures + 1 = $2 then $4 else t.ends_at end
            returning failures, ends_at
            """;
    private static final String FORGET = "delete from login_throttle where pair = $1";
    private static final String SWEEP = "delete from login_throttle where ends_at <= $1";

    private final Database database;
    private final BlindIndex blindIndex;
    private final TriesConfig config;
    private final Clock clock;

    LoginThrottle(Database database, BlindIndex blindIndex, TriesConfig config, Clock clock) {
        this.database = database;
        this.blindIndex = blindIndex;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The pair as it is stored, which tells neither of the two. Logins that are one account are one
     * pair, whatever their case and the spaces around them.
     */
    Buffer pair(String login, String address) {
        return Buffer.buffer(
                blindIndex.ofEmail("login_throttle", "pair", address + "|" + login.strip()));
    }

    /** Fails with problem {@code too-many-tries} while the pair is locked. */
    Uni<Void> refuseLocked(Buffer pair) {
        Instant now = clock.instant();
        return database.pool()
                .preparedQuery(LOCK)
                .execute(Tuple.of(pair, config.max(), at(now)))
                .invoke(rows -> rows.forEach(row -> refuse(row, now)))
                .replaceWithVoid();
    }

    /**
     * Counts a failure; fails as {@link #refuseLocked} when it is one more than those that lock.
     */
    Uni<Void> failed(Buffer pair) {
        Instant now = clock.instant();
        return database.pool()
                .preparedQuery(FAILED)
                .execute(Tuple.of(pair, config.max(), at(now), at(now.plus(config.window()))))
                .invoke(rows -> refuseFurther(rows, now))
                .replaceWithVoid();
    }

    /**
     * Forgets the failures of a pair whose password was right; fails when others have locked it
     * meanwhile: of many tries at once no more may be told their result than of many in a row.
     */
    Uni<Void> passed(Buffer pair) {
        return refuseLocked(pair).chain(() -> forget(pair));
    }

    Uni<Void> forget(Buffer pair) {
        return database.pool().preparedQuery(FORGET).execute(Tuple.of(pair)).replaceWithVoid();
    }

    @Scheduled(every = "1h", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return database.pool()
                .preparedQuery(SWEEP)
                .execute(Tuple.of(at(clock.instant())))
                .replaceWithVoid();
    }

    private void refuseFurther(RowSet<Row> rows, Instant now) {
        Row row = rows.iterator().next();
        if (row.getInteger("failures") > config.max()) {
            refuse(row, now);
        }
    }

    private static void refuse(Row row, Instant now) {
        Duration left = Duration.between(now, row.getOffsetDateTime("ends_at").toInstant());
        throw new Problem(AccountProblem.TOO_MANY_TRIES, "Wait, or ask for a new password.")
                .retryAfter(left.plusSeconds(1));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
