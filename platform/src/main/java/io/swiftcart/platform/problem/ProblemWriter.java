package io.swiftcart.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.platform.correlation.Correlation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Turns any failure of a request into the one JSON shape of problems, with its headers. */
@Singleton
public class ProblemWriter {
    private static final Logger LOG = Logger.getLogger(ProblemWriter.class);

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The problem to answer a failure with; a fault of ours is logged here, once, with its stack.
     */
    public Problem of(Throwable failure) {
        Problem mistake = Mistakes.in(failure);
        if (mistake != null) {
            return mistake;
        }
        if (Faults.away(failure)) {
            LOG.warnf("A part of this service is away: %s", failure);
            return Faults.unavailable();
        }
        LOG.error("A request failed by a fault of this service", failure);
        return new Problem(
                CommonProblem.INTERNAL_ERROR, "Report the correlation id if it happens again.");
    }

    /** The body as JSON, for the request at {@code path}. */
    public byte[] body(Problem problem, String path) {
        try {
            return json.writeValueAsBytes(ProblemBody.of(problem, path, Correlation.current()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headers that belong to the problem, content type included. */
    public Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", ProblemBody.MEDIA_TYPE);
        Duration pause = problem.retryAfter();
        if (pause != null) {
            headers.put("Retry-After", String.valueOf(Math.max(1, pause.toSeconds())));
        }
        if (problem.code().status() == CommonProblem.UNAUTHENTICATED.status()) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }

    /** Answers a request outside JAX-RS; does nothing when the answer has begun. */
    public void end(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.code().status());
        headers(problem).forEach(response::putHeader);
        byte[] body = body(problem, request.request().path());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
        response.end(io.vertx.core.buffer.Buffer.buffer(body));
    }
}
