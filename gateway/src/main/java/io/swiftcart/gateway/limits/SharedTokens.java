package io.swiftcart.gateway.limits;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The token buckets in Redis, over one connection on which questions follow each other without
 * waiting. When Redis fails, or lets several questions in a row wait for too long, it is away: then
 * nobody asks, and it is tried again after a rest. One line tells of each going and coming.
 */
@Singleton
class SharedTokens {
    private static final Logger LOG = Logger.getLogger(SharedTokens.class);

    /** A single slow answer is a busy machine, not a Redis that is away. */
    private static final int SILENCES = 3;

    private static final long CONNECT_MILLIS = 2_000;

    private final Vertx vertx;
    private final Redis redis;
    private final long patienceMillis;
    private final long restMillis;
    private final TokenScript script = TokenScript.read();

    private final AtomicBoolean toldAway = new AtomicBoolean();
    private final AtomicInteger silences = new AtomicInteger();
    private volatile @Nullable RedisConnection connection;
    private volatile boolean stopped;

    @Inject
    SharedTokens(Vertx vertx, Redis redis, LimitsConfig config) {
        this(vertx, redis, config.patience(), config.rest());
    }

    SharedTokens(Vertx vertx, Redis redis, Duration patience, Duration rest) {
        this.vertx = vertx;
        this.redis = redis;
        this.patienceMillis = patience.toMillis();
        this.restMillis = rest.toMillis();
    }

    /**
     * Tokens that were taken for this process.
     *
     * @param remaining what the shared bucket has left
     * @param pause until it has a token again; zero when it has
     */
    record Lease(long granted, long remaining, Duration pause) {}

    void open(@Observes StartupEvent start) {
        connect();
    }

    /** That the connection ends now is no news. */
    void close(@Observes ShutdownEvent end) {
        stopped = true;
    }

    /** Whether it is of no use to ask. */
    boolean away() {
        return connection == null;
    }

    /** Takes up to {@code wanted} tokens, after {@code unused} ones of the last lease came back. */
    Future<Lease> lease(Quotas.Allowance allowance, long wanted, long unused) {
        RedisConnection asked = connection;
        if (asked == null) {
            return Future.failedFuture("Redis is away");
        }
        return asked.send(script.byName(allowance, wanted, unused))
                .recover(
                        failure ->
                                TokenScript.isUnknown(failure)
                                        ? asked.send(script.whole(allowance, wanted, unused))
                                        : Future.failedFuture(failure))
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .map(SharedTokens::read)
                .onSuccess(_ -> silences.set(0))
                .onFailure(failure -> failed(asked, failure));
    }

    private static Lease read(Response answer) {
        return new Lease(
                answer.get(0).toLong(),
                answer.get(1).toLong(),
                Duration.ofMillis(answer.get(2).toLong()));
    }

    private void failed(RedisConnection asked, Throwable failure) {
        if (!(failure instanceof TimeoutException) || silences.incrementAndGet() >= SILENCES) {
            lose(asked, failure);
        }
    }

    /** Tries until Redis is there. */
    void connect() {
        redis.connect()
                .compose(
                        fresh ->
                                fresh.send(Request.cmd(Command.PING))
                                        .map(fresh)
                                        .onFailure(_ -> fresh.close()))
                .timeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .onSuccess(this::use)
                .onFailure(this::rest);
    }

    private void use(RedisConnection fresh) {
        fresh.exceptionHandler(failure -> lose(fresh, failure));
        fresh.endHandler(_ -> lose(fresh, new IllegalStateException("the connection has ended")));
        silences.set(0);
        connection = fresh;
        if (toldAway.compareAndSet(true, false)) {
            LOG.info("Redis answers again; quotas are shared by all replicas");
        }
    }

    private synchronized void lose(RedisConnection lost, Throwable failure) {
        if (connection == lost) {
            connection = null;
            lost.close();
            rest(failure);
        }
    }

    private void rest(Throwable failure) {
        if (stopped) {
            return;
        }
        if (toldAway.compareAndSet(false, true)) {
            LOG.warnf("Redis does not answer (%s); each replica counts quotas by itself", failure);
        }
        vertx.setTimer(restMillis, _ -> connect());
    }
}
