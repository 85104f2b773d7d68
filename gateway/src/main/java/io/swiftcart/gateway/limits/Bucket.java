package io.swiftcart.gateway.limits;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one sender in this process. Tokens come from Redis in leases, which are paid in
 * advance and given back when they were not used in time; one question is under way at a time, and
 * those that come meanwhile wait for its answer. Without Redis it counts by itself.
 */
final class Bucket {
    private final Quotas.Allowance allowance;
    private final Quota quota;
    private final SharedTokens shared;

    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean asking;
    private long leased;
    private long leaseEnds;
    private long left;
    private long emptyUntil;

    private double local;
    private long localAt;
    private boolean countsLocally;

    Bucket(Quotas.Allowance allowance, SharedTokens shared) {
        this.allowance = allowance;
        this.quota = allowance.quota();
        this.shared = shared;
        this.left = quota.burst();
    }

    /** Takes a token; the answer comes on the caller's context. */
    synchronized Future<Verdict> take(long now) {
        if (leased > 0 && now < leaseEnds) {
            leased--;
            return Future.succeededFuture(Verdict.granted(left + leased));
        }
        if (shared.away()) {
            return Future.succeededFuture(takeLocally(now));
        }
        if (!asking && now < emptyUntil) {
            return Future.succeededFuture(Verdict.refused(Duration.ofNanos(emptyUntil - now)));
        }
        Waiting mine = new Waiting(Vertx.currentContext(), Promise.promise());
        waiting.add(mine);
        if (!asking) {
            ask();
        }
        return mine.promise.future();
    }

    private void ask() {
        asking = true;
        long wanted = Math.max(quota.lease(), waiting.size());
        long unused = leased;
        leased = 0;
        shared.lease(allowance, wanted, unused)
                .onSuccess(lease -> share(lease, wanted))
                .onFailure(_ -> shareLocally());
    }

    private synchronized void share(SharedTokens.Lease lease, long wanted) {
        asking = false;
        countsLocally = false;
        long now = System.nanoTime();
        leased = lease.granted();
        left = lease.remaining();
        leaseEnds = now + quota.leaseNanos();
        emptyUntil = lease.granted() == 0 ? now + lease.pause().toNanos() : now;
        while (leased > 0 && !waiting.isEmpty()) {
            leased--;
            waiting.remove().hears(Verdict.granted(left + leased));
        }
        if (lease.granted() < wanted) {
            while (!waiting.isEmpty()) {
                waiting.remove().hears(Verdict.refused(lease.pause()));
            }
        } else if (!waiting.isEmpty()) {
            ask();
        }
    }

    private synchronized void shareLocally() {
        asking = false;
        long now = System.nanoTime();
        while (!waiting.isEmpty()) {
            waiting.remove().hears(takeLocally(now));
        }
    }

    /** Begins with what was left when Redis was last heard of. */
    private Verdict takeLocally(long now) {
        double before = countsLocally ? local : left;
        double grown = countsLocally ? quota.refill(now - localAt) : 0;
        countsLocally = true;
        localAt = now;
        local = Math.min(quota.burst(), before + grown);
        if (local < 1) {
            return Verdict.refused(quota.untilOne(local));
        }
        local--;
        return Verdict.granted(local);
    }

    private record Waiting(@Nullable Context context, Promise<Verdict> promise) {
        void hears(Verdict verdict) {
            if (context == null) {
                promise.complete(verdict);
            } else {
                context.runOnContext(_ -> promise.complete(verdict));
            }
        }
    }
}
