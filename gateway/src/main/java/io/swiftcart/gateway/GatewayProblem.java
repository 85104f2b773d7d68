package io.swiftcart.gateway;

import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What the gateway itself can have to say about a service behind it. */
public enum GatewayProblem implements ProblemCode {
    TEMPORARY_REDUCED_CAPACITY(
            "temporary-reduced-capacity", 503, "The shop cannot take this request at the moment."),
    UPSTREAM_TIMEOUT(
            "upstream-timeout",
            504,
            "The answer did not come in time; the request may have taken effect.");

    private final String code;
    private final int status;
    private final String title;

    GatewayProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The problem behind a failure to get an answer from any replica. */
    public static Problem of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof TimeoutException) {
            return new Problem(
                    UPSTREAM_TIMEOUT,
                    "Repeat it with the same Idempotency-Key to learn its outcome.");
        }
        return new Problem(TEMPORARY_REDUCED_CAPACITY, "Try again in a moment.")
                .retryAfter(Duration.ofSeconds(1));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean retryable() {
        return true;
    }
}
