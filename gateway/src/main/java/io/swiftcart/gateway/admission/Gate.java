package io.swiftcart.gateway.admission;

import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.gateway.RouteClass;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Places} at one service. Reads never take the last ones, so that an order finds its
 * place at once; in line, a class waits for all that come before it in {@link RouteClass}. Nobody
 * is let into the line who would have to wait for long: how long follows from how many stand before
 * him, and from how long served requests stay at the service (Little's law), so that whoever cannot
 * be served hears it at once. A rush is let in line for longer than a crowd that does not end: as
 * long as somebody of the class is refused, waiting serves nobody more, and only delays refusals.
 */
final class Gate {
    private static final long CROWD_LASTS = Duration.ofSeconds(1).toNanos();

    private final AdmissionConfig config;
    private final LongSupplier clock;
    private final Places places;
    private final Mean stay = new Mean();
    private final Map<RouteClass, Queue<Waiting>> lines = new EnumMap<>(RouteClass.class);
    private final Map<RouteClass, Long> refusedAt = new EnumMap<>(RouteClass.class);

    private int underWay;
    private int waiting;

    /**
     * Until an answer has come, a stay is presumed to be as long as one may wait in line: who waits
     * then waits for no more than one request at each place.
     *
     * @param replicas how many processes share the work
     * @param clock in nanoseconds, as {@link System#nanoTime()}
     */
    Gate(AdmissionConfig config, int replicas, LongSupplier clock) {
        this.config = config;
        this.clock = clock;
        this.places = new Places(config, replicas, clock.getAsLong());
        stay.add(config.fullAfter().toNanos());
    }

    /** A place, at once or after some time in line; a problem when there is none to be had. */
    synchronized Future<Permit> enter(RouteClass routeClass) {
        Queue<Waiting> line = line(routeClass);
        if (line.isEmpty() && underWay < room(routeClass)) {
            return Future.succeededFuture(take(routeClass));
        }
        long now = clock.getAsLong();
        boolean crowded = isCrowded(routeClass, now);
        if (isFull(
                routeClass, line, now, crowded ? config.crowdedPatience() : config.fullAfter())) {
            refusedAt.put(routeClass, now);
            return Future.failedFuture(GatewayProblem.reducedCapacity());
        }
        Duration patience = crowded ? config.crowdedPatience() : config.patience();
        Waiting mine =
                new Waiting(
                        now, now + patience.toNanos(), Vertx.currentContext(), Promise.promise());
        line.add(mine);
        waiting++;
        return mine.promise.future();
    }

    /** Sends away who has waited for too long; to be called now and then. */
    synchronized void expire() {
        long now = clock.getAsLong();
        List<Waiting> inVain = new ArrayList<>();
        lines.forEach(
                (routeClass, line) -> {
                    for (Iterator<Waiting> all = line.iterator(); all.hasNext(); ) {
                        Waiting each = all.next();
                        if (now - each.until > 0) {
                            all.remove();
                            inVain.add(each);
                            refusedAt.put(routeClass, now);
                        }
                    }
                });
        waiting -= inVain.size();
        inVain.forEach(Waiting::isRefused);
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized int waiting() {
        return waiting;
    }

    synchronized int places() {
        return places.number();
    }

    private Permit take(RouteClass routeClass) {
        underWay++;
        long since = clock.getAsLong();
        return new Permit(outcome -> giveBack(routeClass, since, outcome));
    }

    private synchronized void giveBack(RouteClass routeClass, long since, Outcome outcome) {
        long now = clock.getAsLong();
        switch (outcome) {
            case SERVED -> {
                stay.add(now - since);
                places.served(routeClass, now - since, underWay, now);
            }
            case MISTAKEN -> places.answered(now);
            case STRAINED -> places.strained(now);
            case UNTOLD -> {}
        }
        underWay--;
        for (RouteClass next : RouteClass.values()) {
            Queue<Waiting> line = line(next);
            while (!line.isEmpty() && underWay < room(next)) {
                waiting--;
                line.remove().enters(take(next));
            }
        }
    }

    private boolean isCrowded(RouteClass routeClass, long now) {
        Long refused = refusedAt.get(routeClass);
        return refused != null && now - refused < CROWD_LASTS;
    }

    private boolean isFull(RouteClass routeClass, Queue<Waiting> line, long now, Duration most) {
        Waiting first = line.peek();
        long longest = most.toNanos();
        return waiting >= config.waiting() * share(routeClass)
                || expectedWait(routeClass) > longest
                || first != null && now - first.since > longest;
    }

    /**
     * Nanoseconds until all who stand before have their places, and one more is free, if nobody
     * more important comes.
     */
    private double expectedWait(RouteClass routeClass) {
        int before = 0;
        for (RouteClass each : RouteClass.values()) {
            before += each.compareTo(routeClass) <= 0 ? line(each).size() : 0;
        }
        return (before + 1) * stay.value() / room(routeClass);
    }

    private int room(RouteClass routeClass) {
        return Math.max(1, (int) (places.number() * share(routeClass)));
    }

    /** Of places, and of the line. */
    private static double share(RouteClass routeClass) {
        return switch (routeClass) {
            case WEBHOOK, CHECKOUT, LOGIN -> 1.0;
            case WRITE -> 0.9;
            case BROWSE -> 0.8;
        };
    }

    private Queue<Waiting> line(RouteClass routeClass) {
        return lines.computeIfAbsent(routeClass, _ -> new ArrayDeque<>());
    }

    private record Waiting(
            long since, long until, @Nullable Context context, Promise<Permit> promise) {
        void enters(Permit permit) {
            onContext(() -> promise.complete(permit));
        }

        void isRefused() {
            onContext(() -> promise.fail(GatewayProblem.reducedCapacity()));
        }

        private void onContext(Runnable answer) {
            if (context == null) {
                answer.run();
            } else {
                context.runOnContext(_ -> answer.run());
            }
        }
    }
}
