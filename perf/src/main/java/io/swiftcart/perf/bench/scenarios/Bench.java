package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.Plan;
import io.swiftcart.perf.bench.load.Load;
import io.swiftcart.perf.bench.load.LoadGenerator;
import io.swiftcart.perf.bench.load.LoadResult;
import io.swiftcart.perf.bench.measure.Cost;
import io.swiftcart.perf.bench.measure.Meter;
import io.swiftcart.perf.bench.shop.Quiet;
import io.swiftcart.perf.bench.shop.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One shop under measurement, and what has been found out about it so far: limits and saturation
 * are measured once, by whoever asks first.
 */
public final class Bench {
    public static final String PLACE_ORDER = "PlaceOrderSimulation";
    public static final String ORDER = "place order";
    private static final String CLIENT = "loadtest";

    private final Plan plan;
    private final Shop shop;
    private final LoadGenerator generator;
    private final Consumer<String> progress;
    private final String token;
    private @Nullable Limits limits;
    private @Nullable Saturation saturation;

    public Bench(Plan plan, Shop shop, LoadGenerator generator, Consumer<String> progress) {
        this.plan = plan;
        this.shop = shop;
        this.generator = generator;
        this.progress = progress;
        this.token = shop.token(CLIENT);
    }

    /** A run of load, and what it has cost until the shop was at rest again. */
    public record Loaded(LoadResult result, Cost cost, Duration settling) {}

    /** Orders, pages and carts until the compilers have done their work. */
    public void warmUp() {
        progress.accept("warming up");
        Duration part = plan.warmUp().dividedBy(3);
        run(Load.of(PLACE_ORDER).rate(plan.firstRate() / 2).lasting(part));
        run(Load.of("MixedSimulation").rate(plan.firstRate() / 2).lasting(part));
        run(Load.of(PLACE_ORDER).rate(plan.firstRate()).lasting(part));
        Quiet.await(shop);
    }

    /** Runs load to its end, as the machine client. */
    public LoadResult run(Load load) {
        return generator.run(load, shop.gateway(), token);
    }

    /** As {@link #run(Load)}, measured; {@code step} is what the costs are divided by. */
    public Loaded measured(Load load, String step) {
        return measured(load, step, shop.gateway(), token, Map.of());
    }

    /** The same against another address, with processes beside those of the shop. */
    public Loaded measured(
            Load load, String step, String baseUrl, String bearer, Map<String, Long> others) {
        Quiet.await(shop);
        try (Meter meter = Meter.start(shop, others)) {
            LoadResult result = generator.run(load, baseUrl, bearer);
            Duration settling = Quiet.await(shop);
            return new Loaded(result, meter.stop(step, result.good(step)), settling);
        }
    }

    public Plan plan() {
        return plan;
    }

    public Shop shop() {
        return shop;
    }

    public LoadGenerator generator() {
        return generator;
    }

    public String token() {
        return token;
    }

    public void say(String what) {
        progress.accept(what);
    }

    /** The limits of this machine under this shop. */
    Limits limits() {
        Limits known = limits;
        if (known == null) {
            known = Limits.measure(this);
            limits = known;
        }
        return known;
    }

    /** Where this shop saturates. */
    public Saturation saturation() {
        Saturation known = saturation;
        if (known == null) {
            known = Saturation.find(this, PLACE_ORDER, ORDER, shop.gateway());
            saturation = known;
        }
        return known;
    }
}
