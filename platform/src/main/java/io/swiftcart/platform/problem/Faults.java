package io.swiftcart.platform.problem;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a part that is away for a moment from a defect of ours. */
public final class Faults {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * SQLSTATE classes: connection, resources, locks not to be had in time, operator intervention
     * (shutdown, start-up).
     */
    private static final Set<String> AWAY = Set.of("08", "53", "55", "57");

    private Faults() {}

    /**
     * Whether a store, broker or neighbour could not be reached, so that the same request can
     * succeed later. Looks through the causes.
     */
    public static boolean away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
                return true;
            }
            if (cause instanceof TimeoutException || poolExhausted(cause)) {
                return true;
            }
            if (cause instanceof VertxException closed
                    && "Connection was closed".equals(closed.getMessage())) {
                return true;
            }
            if (isPostgres(cause) && AWAY.contains(sqlState(cause).substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /** The answer while something is away. */
    static Problem unavailable() {
        return new Problem(CommonProblem.SERVICE_UNAVAILABLE, "Try again in a moment.")
                .retryAfter(PAUSE);
    }

    private static boolean poolExhausted(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getName().endsWith("NoStackTraceThrowable")
                && message != null
                && message.startsWith("Timeout");
    }

    /** By name first: the gateway runs without the PostgreSQL client on its class path. */
    private static boolean isPostgres(Throwable cause) {
        return cause.getClass().getName().equals("io.vertx.pgclient.PgException");
    }

    private static String sqlState(Throwable cause) {
        String state = ((PgException) cause).getSqlState();
        return state == null || state.length() < 2 ? "??" : state;
    }
}
