package io.swiftcart.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a part that is away for a moment from a defect of ours. */
public final class Faults {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * SQLSTATE classes: connection, rolled back for a conflict, resources, locks not to be had in
     * time, operator intervention (shutdown, start-up).
     */
    private static final Set<String> AWAY = Set.of("08", "40", "53", "55", "57");

    /** By name: gateway and cart run without the PostgreSQL client on their class path. */
    private static final Set<String> AWAY_TYPES =
            Set.of(
                    "io.vertx.sqlclient.ClosedConnectionException",
                    "io.smallrye.mutiny.TimeoutException",
                    "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException");

    /** The clients tell these apart by their text alone. */
    private static final Set<String> AWAY_TEXTS =
            Set.of(
                    "Timeout",
                    "Connection was closed",
                    "Connection is not active now",
                    "Pending requests failed to be sent",
                    "Connection pool reached max wait queue size",
                    "Pool closed");

    /** Redis that has gone, is reading its file, has no room, or may not write at the moment. */
    private static final Set<String> REDIS_AWAY_TEXTS =
            Set.of(
                    "CONNECTION_CLOSED",
                    "Connection is closed",
                    "Redis waiting queue is full",
                    "LOADING",
                    "BUSY",
                    "OOM",
                    "MISCONF",
                    "MASTERDOWN",
                    "READONLY");

    /** Constant, so that a native image does not link to the client where there is none. */
    private static final boolean POSTGRES = isThere("io.vertx.pgclient.PgException");

    private Faults() {}

    /**
     * Whether a store, broker or neighbour could not be reached, so that the same request can
     * succeed later. Looks through the causes.
     */
    public static boolean away(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (unreachable(cause) || lost(cause) || refusing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean unreachable(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JacksonException)
                || cause instanceof TimeoutException
                || AWAY_TYPES.contains(cause.getClass().getName());
    }

    /** Connections that broke, and a pool that has none. */
    private static boolean lost(Throwable cause) {
        String text = cause.getMessage();
        String type = cause.getClass().getName();
        return text != null
                && (type.startsWith("io.vertx.core.")
                                && AWAY_TEXTS.stream().anyMatch(text::startsWith)
                        || type.startsWith("io.vertx.")
                                && REDIS_AWAY_TEXTS.stream().anyMatch(text::startsWith));
    }

    private static boolean refusing(Throwable cause) {
        return POSTGRES && cause instanceof PgException refusal && AWAY.contains(classOf(refusal));
    }

    /** The answer while something is away. */
    static Problem unavailable() {
        return new Problem(CommonProblem.SERVICE_UNAVAILABLE, "Try again in a moment.")
                .retryAfter(PAUSE);
    }

    private static String classOf(PgException refusal) {
        String state = refusal.getSqlState();
        return state == null || state.length() < 2 ? "??" : state.substring(0, 2);
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Faults.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
