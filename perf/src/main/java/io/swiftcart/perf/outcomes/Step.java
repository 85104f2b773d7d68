package io.swiftcart.perf.outcomes;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.Http;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** One request of a journey, under one name in Gatling's report and in {@link Outcomes}. */
public final class Step {
    private static final String STATUS = "step.status";
    private static final String ASKED_AT = "step.askedAt";

    private final String name;
    private final Integer[] good;

    private Step(String name, Integer[] good) {
        this.name = name;
        this.good = good;
    }

    /** {@code good}: the statuses that a user comes for; any other is a failure. */
    public static Step named(String name, Integer... good) {
        return new Step(name, good);
    }

    /** The request, with what else is to be read from its answer. */
    public ChainBuilder of(
            Function<Http, HttpRequestActionBuilder> request, CheckBuilder... reading) {
        List<Integer> wanted = List.of(good);
        CheckBuilder[] checks = Arrays.copyOf(reading, reading.length + 2);
        System.arraycopy(reading, 0, checks, 2, reading.length);
        checks[0] = status().saveAs(STATUS);
        checks[1] = status().in(good);
        return exec(session -> session.set(STATUS, 0).set(ASKED_AT, System.nanoTime()))
                .exec(request.apply(http(name)).check(checks))
                .exec(session -> noted(session, wanted));
    }

    private Session noted(Session session, List<Integer> wanted) {
        int status = session.getInt(STATUS);
        long millis = (System.nanoTime() - session.getLong(ASKED_AT)) / 1_000_000;
        Outcomes.note(name, status, wanted.contains(status), millis, System.currentTimeMillis());
        return session;
    }
}
