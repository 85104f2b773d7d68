package io.swiftcart.gateway;

import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What a sender can do about a request whose outcome is not known. */
public enum Repeat {
    /** It changes nothing. */
    FREELY("Try again in a moment."),
    UNDER_ITS_KEY("Repeat it with the same Idempotency-Key to learn its outcome."),
    WITH_CARE("Look whether it has taken effect before you repeat it.");

    private final String advice;

    Repeat(String advice) {
        this.advice = advice;
    }

    public static Repeat of(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            return FREELY;
        }
        return request.headers().contains(IdempotencyKey.HEADER) ? UNDER_ITS_KEY : WITH_CARE;
    }

    String advice() {
        return advice;
    }
}
