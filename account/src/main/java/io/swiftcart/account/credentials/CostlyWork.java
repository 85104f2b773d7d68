package io.swiftcart.account.credentials;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Threads for what computes for long: hashes, signatures, new keys. Few at once, and a queue that
 * ends, so that a flood of logins takes neither the event loops nor the memory of the others.
 */
@Singleton
public class CostlyWork {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WorkerExecutor threads;
    private final Semaphore places;

    CostlyWork(Vertx vertx, CostlyConfig config) {
        threads = vertx.createSharedWorkerExecutor("costly", config.atOnce());
        places = new Semaphore(config.atOnce() + config.waitingMax());
    }

    /**
     * The result, back on the caller's event loop; a problem with status 503 when too much waits
     * already.
     */
    public <T> Uni<T> of(Callable<T> work) {
        return Uni.createFrom()
                .deferred(() -> places.tryAcquire() ? run(work) : Uni.createFrom().failure(busy()));
    }

    private <T> Uni<T> run(Callable<T> work) {
        return threads.executeBlocking(work, false).eventually(() -> places.release());
    }

    private static Problem busy() {
        return new Problem(CommonProblem.SERVICE_UNAVAILABLE, "Too many logins at once.")
                .retryAfter(PAUSE);
    }
}
