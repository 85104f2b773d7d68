package io.swiftcart.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many requests wait for a connection and for how long; the driver's own defaults are
 * without end.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final int WAITING_MAX = 2_000;
    private static final int WAIT_SECONDS_MAX = 5;

    @Override
    public Pool create(Input input) {
        input.poolOptions()
                .setMaxWaitQueueSize(WAITING_MAX)
                .setConnectionTimeout(WAIT_SECONDS_MAX)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(input.pgConnectOptionsList().getFirst())
                .using(input.vertx())
                .build();
    }
}
