package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses bearer tokens that are not even in the form of one: the verification after it fails on
 * some of them (such as {@code ..}) with an error of its own, a 500.
 */
@Singleton
class BearerForm {
    /** After correlation and the request log, before authentication. */
    private static final int BEFORE_AUTHENTICATION = 800;

    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b.*");
    private static final Pattern SIGNED =
            Pattern.compile("(?i)bearer +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final ProblemWriter problems;

    BearerForm(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        String sent = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (sent != null && BEARER.matcher(sent).matches() && !SIGNED.matcher(sent).matches()) {
            problems.end(
                    request,
                    new Problem(
                            CommonProblem.UNAUTHENTICATED,
                            "The bearer token is not valid or has expired."));
            return;
        }
        request.next();
    }
}
