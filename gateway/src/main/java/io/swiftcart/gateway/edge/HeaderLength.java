package io.swiftcart.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Refuses more headers than services read, with room for what the gateway adds. The HTTP layer has
 * a limit of its own far beyond, whose refusal has no words.
 */
@Singleton
class HeaderLength {
    /** Within correlation and request log, before everything that reads headers. */
    private static final int BEFORE_READERS = 960;

    private static final int CHARACTERS_MAX = 14 * 1024;

    private final ProblemWriter problems;

    HeaderLength(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_READERS);
    }

    private void check(RoutingContext request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.request().headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        if (length <= CHARACTERS_MAX) {
            request.next();
            return;
        }
        problems.end(request, GatewayProblem.headersTooLarge());
    }
}
