package io.swiftcart.gateway;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** What the gateway itself can have to say: about a sender, and about a service behind it. */
public enum GatewayProblem implements ProblemCode {
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not come to its end in time."),
    QUOTA_EXCEEDED("quota-exceeded", 429, "The quota of requests is used up."),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are larger than 14 KiB."),
    UPSTREAM_BROKEN(
            "upstream-broken", 502, "The answer was lost; the request may have taken effect."),
    TEMPORARY_REDUCED_CAPACITY(
            "temporary-reduced-capacity", 503, "The shop cannot take this request at the moment."),
    UPSTREAM_TIMEOUT(
            "upstream-timeout",
            504,
            "The answer did not come in time; the request may have taken effect.");

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Retry-After knows whole seconds, and must not be too early. */
    private static final long MILLIS_UP = 999;

    private final String code;
    private final int status;
    private final String title;

    GatewayProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** No replica took the request, so nothing was sent: all are away, or all have enough to do. */
    public static Problem unreached(Throwable failure) {
        return failure instanceof IOException
                ? later(CommonProblem.SERVICE_UNAVAILABLE)
                : later(TEMPORARY_REDUCED_CAPACITY);
    }

    /** There is no place for one more request, nor in the line before it. */
    public static Problem reducedCapacity() {
        return later(TEMPORARY_REDUCED_CAPACITY);
    }

    /** A replica may have got the request and did not answer it. */
    public static Problem unanswered(Throwable failure, Repeat repeat) {
        if (failure instanceof TimeoutException) {
            return new Problem(UPSTREAM_TIMEOUT, repeat.advice());
        }
        return repeat == Repeat.FREELY
                ? later(CommonProblem.SERVICE_UNAVAILABLE)
                : new Problem(UPSTREAM_BROKEN, repeat.advice());
    }

    /** Nothing was read of the request but its headers. */
    public static Problem headersTooLarge() {
        return new Problem(HEADERS_TOO_LARGE, "Send at most 14 KiB of headers.");
    }

    /** Nothing was done; {@code policy} is the name in {@code RateLimit-Policy}. */
    public static Problem quotaExceeded(String policy, Duration pause) {
        return new Problem(
                        QUOTA_EXCEEDED, "Wait as long as Retry-After says, and send less at once.")
                .with("violated-policies", List.of(policy))
                .retryAfter(pause.plusMillis(MILLIS_UP));
    }

    private static Problem later(ProblemCode code) {
        return new Problem(code, Repeat.FREELY.advice()).retryAfter(PAUSE);
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
        return this != HEADERS_TOO_LARGE;
    }
}
