package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses requests that name no host, or one that cannot be: RFC 9112, section 3.2. */
@Singleton
class HostName {
    /** Within correlation and request log, before everything that reads headers. */
    private static final int BEFORE_READERS = 961;

    private final ProblemWriter problems;

    HostName(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_READERS);
    }

    private void check(RoutingContext request) {
        if (request.request().authority() != null) {
            request.next();
            return;
        }
        problems.end(
                request,
                new Problem(CommonProblem.MALFORMED_REQUEST, "Name the host, in one Host header."));
    }
}
