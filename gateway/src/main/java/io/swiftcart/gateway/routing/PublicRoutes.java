package io.swiftcart.gateway.routing;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The door: finds the route of a request, refuses what has none, and hands the rest on. */
@Singleton
class PublicRoutes {
    private final Forwarding forwarding;
    private final ProblemWriter problems;

    PublicRoutes(Forwarding forwarding, ProblemWriter problems) {
        this.forwarding = forwarding;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        router.route("/api/v1/*").order(0).handler(this::enter);
        router.route("/.well-known/openid-configuration").order(0).handler(this::enter);
        router.route("/jwks").order(0).handler(this::enter);
    }

    private void enter(RoutingContext request) {
        Optional<Route> found = RouteTable.find(request.normalizedPath());
        if (found.isEmpty()) {
            request.next(); // the gateway's own pages, or else the problem for an unknown address
            return;
        }
        Route route = found.get();
        HttpMethod method = request.request().method();
        boolean known = route.methods().contains(method.name());
        if (!known && !(method.equals(HttpMethod.HEAD) && route.methods().contains("GET"))) {
            request.response().putHeader("Allow", String.join(", ", route.methods()));
            problems.end(
                    request,
                    new Problem(
                            CommonProblem.METHOD_NOT_ALLOWED,
                            "Use one of " + String.join(", ", route.methods()) + "."));
            return;
        }
        forwarding.forward(request, route, problem -> problems.end(request, problem));
    }
}
