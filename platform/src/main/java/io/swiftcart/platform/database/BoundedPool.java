package io.swiftcart.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many requests wait for a connection, for how long, and how long a connection may be
 * silent; the driver's own defaults are without end. Keeps every statement prepared, also those of
 * more than 2,048 characters: by default the longest, which do the most, would be parsed and
 * planned anew at each execution.
 *
 * <p>A network that swallows what is sent tells nobody: without the last bound, whoever waits for
 * an answer on such a connection waits for good.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int WAITING_MAX = 2_000;
    private static final int WAIT_SECONDS_MAX = 5;

    private final Duration silence;

    BoundedPool(@ConfigProperty(name = "swiftcart.database.silence") Duration silence) {
        this.silence = silence;
    }

    @Override
    public Pool create(Input input) {
        PgConnectOptions connection = new PgConnectOptions(input.pgConnectOptionsList().getFirst());
        connection
                .setPreparedStatementCacheSqlFilter(_ -> true)
                .setReadIdleTimeout(Math.toIntExact(silence.toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        input.poolOptions()
                .setMaxWaitQueueSize(WAITING_MAX)
                .setConnectionTimeout(WAIT_SECONDS_MAX)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(connection)
                .using(input.vertx())
                .build();
    }
}
