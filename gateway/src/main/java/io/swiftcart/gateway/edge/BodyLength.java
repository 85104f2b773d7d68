package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses bodies that announce themselves as longer than 1 MiB before any of them is read. */
@Singleton
class BodyLength {
    /** Before the same check of the platform, which leaves a client sending into nothing. */
    private static final int BEFORE_PLATFORM = 950;

    private static final long BYTES_MAX = 1024 * 1024;

    /** Digits that fit into a long; a length beyond is too long in any case. */
    private static final int DIGITS_MAX = 15;

    private final ProblemWriter problems;

    BodyLength(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_PLATFORM);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null
                || length.length() <= DIGITS_MAX && Long.parseLong(length) <= BYTES_MAX) {
            request.next();
            return;
        }
        LingeringClose.announce(request);
        problems.end(request, new Problem(CommonProblem.PAYLOAD_TOO_LARGE, "Send at most 1 MiB."));
        LingeringClose.of(request);
    }
}
