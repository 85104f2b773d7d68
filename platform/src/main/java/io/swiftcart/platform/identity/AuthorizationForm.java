package io.swiftcart.platform.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses what cannot be right before it is verified. More than one {@code Authorization}: the
 * verification would look at the first, and whoever reads the request later may look at another. A
 * bearer token that is not even in the form of one: on some of them (such as {@code ..}) the
 * verification fails with an error of its own, a 500.
 */
@Singleton
class AuthorizationForm {
    /** After correlation and logs, before authentication. */
    private static final int BEFORE_AUTHENTICATION = 800;

    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b.*");
    private static final Pattern SIGNED =
            Pattern.compile("(?i)bearer +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

    private final ProblemWriter problems;

    AuthorizationForm(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        List<String> sent = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.size() > 1) {
            refuse(request, "Send one Authorization header.");
        } else if (sent.stream().anyMatch(AuthorizationForm::isNoToken)) {
            refuse(request, "The bearer token is not valid or has expired.");
        } else {
            request.next();
        }
    }

    private static boolean isNoToken(String authorization) {
        return BEARER.matcher(authorization).matches() && !SIGNED.matcher(authorization).matches();
    }

    private void refuse(RoutingContext request, String detail) {
        problems.end(request, new Problem(CommonProblem.UNAUTHENTICATED, detail));
    }
}
