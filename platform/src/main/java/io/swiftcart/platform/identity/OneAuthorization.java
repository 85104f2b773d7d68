package io.swiftcart.platform.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses requests with more than one {@code Authorization}: the verification would look at the
 * first, and whoever reads the request later may look at another.
 */
@Singleton
class OneAuthorization {
    /** After correlation and logs, before authentication. */
    private static final int BEFORE_AUTHENTICATION = 810;

    private final ProblemWriter problems;

    OneAuthorization(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        if (request.request().headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            problems.end(
                    request,
                    new Problem(CommonProblem.UNAUTHENTICATED, "Send one Authorization header."));
            return;
        }
        request.next();
    }
}
