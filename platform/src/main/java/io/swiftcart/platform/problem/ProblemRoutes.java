package io.swiftcart.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Problems for requests that never reach a resource: unknown addresses, bodies that are too large,
 * tokens that do not verify, requests that the HTTP layer cannot read.
 */
@Singleton
class ProblemRoutes {
    /** After correlation, before authentication and the reading of bodies. */
    private static final int BEFORE_BODY = 900;

    private static final int FAILURES_FIRST = -100_000;
    private static final int AFTER_ALL_ROUTES = 1_000_000;
    private static final int SERVER_ERROR = 500;

    /** The size up to which a body is read, in bytes. */
    static final long BODY_BYTES_MAX = 1024 * 1024;

    private final ProblemWriter problems;

    ProblemRoutes(ProblemWriter problems) {
        this.problems = problems;
    }

    void limitBodies(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, BEFORE_BODY);
    }

    void catchRest(@Observes Router router) {
        router.route().order(FAILURES_FIRST).failureHandler(this::answerFailure);
        router.route().order(AFTER_ALL_ROUTES).handler(this::answerUnknown);
    }

    private void refuseLargeBody(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 15 || Long.parseLong(length) > BODY_BYTES_MAX)) {
            // The rest of the body is not read, so the connection cannot be used again.
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.end(
                    request, new Problem(CommonProblem.PAYLOAD_TOO_LARGE, "Send at most 1 MiB."));
            return;
        }
        request.next();
    }

    private void answerFailure(RoutingContext request) {
        Throwable failure = request.failure();
        if (failure != null && !isRefusal(request, failure)) {
            problems.end(request, problems.of(failure));
            return;
        }
        Problem problem = Mistakes.withStatus(request.statusCode());
        problems.end(
                request,
                problem != null || request.statusCode() < SERVER_ERROR
                        ? orMalformed(problem)
                        : new Problem(
                                CommonProblem.INTERNAL_ERROR,
                                "Report the correlation id if it happens again."));
    }

    /** Of the HTTP layer, such as for want of a host: the status says it all. */
    private static boolean isRefusal(RoutingContext request, Throwable failure) {
        return request.statusCode() >= 400
                && request.statusCode() < SERVER_ERROR
                && Mistakes.in(failure) == null;
    }

    private static Problem orMalformed(@org.jspecify.annotations.Nullable Problem problem) {
        return problem == null
                ? new Problem(CommonProblem.MALFORMED_REQUEST, "The request cannot be read.")
                : problem;
    }

    private void answerUnknown(RoutingContext request) {
        problems.end(
                request, new Problem(CommonProblem.NOT_FOUND, "There is nothing at this address."));
    }
}
