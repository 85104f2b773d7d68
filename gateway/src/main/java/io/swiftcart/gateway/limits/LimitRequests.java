package io.swiftcart.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.gateway.RouteClass;
import io.swiftcart.gateway.Sender;
import io.swiftcart.gateway.edge.ReadOn;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells every sender its quota, and refuses with 429 what is beyond it. */
@Singleton
class LimitRequests {
    /** After authentication, which says for whom to count; before all routes. */
    private static final int AFTER_AUTHENTICATION = 50;

    private final Quotas quotas;
    private final Buckets buckets;
    private final ProblemWriter problems;
    private final MeterRegistry meters;

    LimitRequests(Quotas quotas, Buckets buckets, ProblemWriter problems, MeterRegistry meters) {
        this.quotas = quotas;
        this.buckets = buckets;
        this.problems = problems;
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, AFTER_AUTHENTICATION);
    }

    private void count(RoutingContext request) {
        RouteClass routeClass = RouteClass.of(request.request(), request.normalizedPath());
        quotas.of(Sender.of(request), routeClass)
                .ifPresentOrElse(
                        allowance -> count(request, allowance.quota(), allowance), request::next);
    }

    private void count(RoutingContext request, Quota quota, Quotas.Allowance allowance) {
        Future<Verdict> verdict = buckets.take(allowance);
        if (verdict.isComplete()) {
            answer(request, quota, verdict.result());
            return;
        }
        request.request().pause();
        verdict.onSuccess(
                late -> {
                    ReadOn.of(request.request());
                    answer(request, quota, late);
                });
    }

    private void answer(RoutingContext request, Quota quota, Verdict verdict) {
        request.response()
                .putHeader("RateLimit-Policy", quota.policy())
                .putHeader("RateLimit", quota.state(verdict.remaining()));
        if (verdict.granted()) {
            request.next();
            return;
        }
        meters.counter("swiftcart.gateway.quota.refused", "policy", quota.name()).increment();
        problems.end(request, GatewayProblem.quotaExceeded(quota.name(), verdict.pause()));
    }
}
