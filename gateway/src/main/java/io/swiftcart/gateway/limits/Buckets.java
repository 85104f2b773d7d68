package io.swiftcart.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The buckets of the senders that were heard of lately; bounded, whatever addresses are made up.
 *
 * <p>While Redis answers, all replicas together let a sender have {@code burst + rate × seconds}
 * requests, and at most one lease more for each replica beyond the first. Nobody is refused while
 * the shared bucket has a token; what other replicas hold in leases comes back with their next
 * question.
 */
@Singleton
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMSA",
            "com.github.benmanes.caffeine.cache.PSAMS"
        }) // Which Caffeine makes by name.
class Buckets {
    /** Longer than a lease, and short beside what a sender would gain by being forgotten. */
    private static final Duration FORGET = Duration.ofMinutes(5);

    private final SharedTokens shared;
    private final Cache<String, Bucket> known;

    @Inject
    Buckets(SharedTokens shared, LimitsConfig config) {
        this(shared, config.senders());
    }

    Buckets(SharedTokens shared, long senders) {
        this.shared = shared;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(senders)
                        .expireAfterAccess(FORGET)
                        .executor(Runnable::run)
                        .build();
    }

    /** Takes one token; never fails, and is complete at once unless Redis has to be asked. */
    Future<Verdict> take(Quotas.Allowance allowance) {
        return known.get(allowance.key(), _ -> new Bucket(allowance, shared))
                .take(System.nanoTime());
    }

    /** How many senders are remembered. */
    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }
}
