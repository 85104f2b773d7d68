package io.swiftcart.inventory.hint;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.StockLevel;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Availability per SKU in Redis, key {@code inventory:available:<SKU>}, value {@code
 * <version>:<available>:<written, ms since 1970>}. Never fails and never makes anybody wait longer
 * than its timeout: without Redis it forgets everything and knows nothing.
 *
 * <p>The time of writing is the entry's epoch. An entry that was not written within its lifetime is
 * unknown, whatever Redis believes of its expiry, so that a dump that is restored says nothing; and
 * what a flush has lost is written again with the next change or read of the SKU.
 */
@ApplicationScoped
public class AvailabilityHint {
    private static final Logger LOG = Logger.getLogger(AvailabilityHint.class);
    private static final String KEY = "inventory:available:";

    private static final Pattern ENTRY =
            Pattern.compile("\\d{1,18}:(\\d{1,9}|1000000000):(\\d{1,18})");

    /** Answers come back in any order, so that an older version must not replace a newer one. */
    private static final String REMEMBER =
            """
            local lifetime, now = tonumber(ARGV[1]), tonumber(ARGV[2])
            for i, key in ipairs(KEYS) do
              local known = redis.call('GET', key)
              local version, written = string.match(known or '', '^(%d+):%d+:(%d+)$')
              local valid = version and math.abs(now - tonumber(written)) <= lifetime
              if not valid or tonumber(version) < tonumber(ARGV[2 * i + 1]) then
                local entry = ARGV[2 * i + 1] .. ':' .. ARGV[2 * i + 2] .. ':' .. ARGV[2]
                redis.call('SET', key, entry, 'PX', ARGV[1])
              end
            end
            """;

    private final ReactiveRedisDataSource redis;
    private final HintConfig config;
    private final Clock clock;
    private volatile Instant restingUntil = Instant.MIN;

    /** Whether it was told that Redis is away: it is tried every second, and one line is enough. */
    private final AtomicBoolean away = new AtomicBoolean();

    AvailabilityHint(ReactiveRedisDataSource redis, HintConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
    }

    /** Remembers stock as it was read or changed. Call it after the commit. */
    public Uni<Void> remember(Collection<StockLevel> levels) {
        if (levels.isEmpty() || resting()) {
            return Uni.createFrom().voidItem();
        }
        List<String> call = new ArrayList<>();
        call.add(REMEMBER);
        call.add(String.valueOf(levels.size()));
        levels.forEach(level -> call.add(KEY + level.sku()));
        call.add(String.valueOf(config.lifetime().toMillis()));
        call.add(String.valueOf(clock.millis()));
        for (StockLevel level : levels) {
            call.add(String.valueOf(level.version()));
            call.add(String.valueOf(level.available()));
        }
        return orNothing(redis.execute("EVAL", call.toArray(String[]::new)).replaceWith(true), true)
                .replaceWithVoid();
    }

    /** What is remembered of the SKUs, in units; those that nothing is known of are absent. */
    public Uni<Map<String, Integer>> recall(Collection<String> skus) {
        if (skus.isEmpty() || resting()) {
            return Uni.createFrom().item(Map.of());
        }
        List<String> asked = List.copyOf(skus);
        String[] keys = asked.stream().map(KEY::concat).toArray(String[]::new);
        return orNothing(redis.execute("MGET", keys).map(values -> known(asked, values)), Map.of());
    }

    private Map<String, Integer> known(List<String> skus, Response values) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < skus.size(); i++) {
            Response value = values.get(i);
            Matcher entry = ENTRY.matcher(value == null ? "" : value.toString());
            if (entry.matches() && isYoung(Long.parseLong(entry.group(2)))) {
                known.put(skus.get(i), Integer.valueOf(entry.group(1)));
            }
        }
        return known;
    }

    /** One from the future is no better than one from the past. */
    private boolean isYoung(long writtenMillis) {
        return Math.abs(clock.millis() - writtenMillis) <= config.lifetime().toMillis();
    }

    private boolean resting() {
        return clock.instant().isBefore(restingUntil);
    }

    /** A timeout fires on a timer's thread; what follows goes back to the caller's context. */
    private <T> Uni<T> orNothing(Uni<T> call, T nothing) {
        Context context = Vertx.currentContext();
        return call.ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(this::back)
                .onFailure()
                .invoke(this::rest)
                .onFailure()
                .recoverWithUni(() -> onContext(Uni.createFrom().item(nothing), context));
    }

    private static <T> Uni<T> onContext(Uni<T> item, @Nullable Context context) {
        return context == null ? item : item.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private void rest(Throwable failure) {
        restingUntil = clock.instant().plus(config.restAfterFailure());
        if (away.compareAndSet(false, true)) {
            LOG.warnf("Redis does not answer (%s); the hint rests", failure);
        }
    }

    private void back() {
        if (away.compareAndSet(true, false)) {
            LOG.info("Redis answers again");
        }
    }
}
