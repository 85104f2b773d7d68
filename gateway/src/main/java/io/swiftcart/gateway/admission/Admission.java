package io.swiftcart.gateway.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.gateway.RouteClass;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a request on its way to a service, or says at once that it cannot be taken now. */
@Singleton
public class Admission {
    private static final long LOOK_MILLIS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final AdmissionConfig config;
    private final MeterRegistry meters;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> streams = new ConcurrentHashMap<>();
    private final KeysUnderWay keys = new KeysUnderWay();

    Admission(Vertx vertx, AdmissionConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.meters = meters;
    }

    void watch(@Observes StartupEvent start) {
        vertx.setPeriodic(LOOK_MILLIS, _ -> gates.values().forEach(Gate::expire));
    }

    /**
     * A place at the service, which has to be given back; else a {@link Problem}. The answer comes
     * on the caller's context.
     *
     * @param replicas of the service
     */
    public Future<Permit> enter(RoutingContext request, String service, int replicas) {
        Optional<String> name = KeysUnderWay.nameOf(request);
        if (name.isPresent() && !keys.begin(name.get())) {
            return Future.failedFuture(
                    new Problem(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT, "Ask again in a moment.")
                            .retryAfter(PAUSE));
        }
        RouteClass routeClass = RouteClass.of(request.request(), request.normalizedPath());
        Future<Permit> place =
                isStream(request.request())
                        ? stream(service, replicas)
                        : gate(service, replicas).enter(routeClass);
        return place.map(permit -> named(permit, name))
                .onFailure(_ -> refused(service, routeClass, name));
    }

    private Permit named(Permit permit, Optional<String> name) {
        return name.map(known -> permit.then(() -> keys.end(known))).orElse(permit);
    }

    private void refused(String service, RouteClass routeClass, Optional<String> name) {
        name.ifPresent(keys::end);
        meters.counter(
                        "swiftcart.gateway.admission.refused",
                        "service",
                        service,
                        "class",
                        routeClass.id())
                .increment();
    }

    private static boolean isStream(HttpServerRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        return wanted != null && wanted.contains("text/event-stream");
    }

    /** A stream of events stays open for hours; it takes no place from what is soon over. */
    private Future<Permit> stream(String service, int replicas) {
        AtomicInteger open = streams.computeIfAbsent(service, _ -> new AtomicInteger());
        if (open.incrementAndGet() > config.streams() * replicas) {
            open.decrementAndGet();
            return Future.failedFuture(GatewayProblem.reducedCapacity());
        }
        return Future.succeededFuture(new Permit(_ -> open.decrementAndGet()));
    }

    private Gate gate(String service, int replicas) {
        return gates.computeIfAbsent(service, _ -> open(service, replicas));
    }

    private Gate open(String service, int replicas) {
        Gate gate = new Gate(config, replicas, System::nanoTime);
        gauge("swiftcart.gateway.admission.under.way", service, Gate::underWay, gate);
        gauge("swiftcart.gateway.admission.waiting", service, Gate::waiting, gate);
        gauge("swiftcart.gateway.admission.places", service, Gate::places, gate);
        return gate;
    }

    private void gauge(
            String name,
            String service,
            java.util.function.ToDoubleFunction<Gate> figure,
            Gate gate) {
        Gauge.builder(name, gate, figure).tag("service", service).register(meters);
    }
}
