package io.swiftcart.platform.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;

/**
 * An HTTP answer as it is stored and replayed: the body byte for byte.
 *
 * @param headers {@code Content-Type} and what belongs to the answer, such as {@code Location}
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** Says on a replay that nothing has happened this time. */
    public static final String REPLAYED_HEADER = "Idempotent-Replayed";

    /** The answer to the request that did the work. */
    public Response first() {
        return builder().build();
    }

    /** The answer to a repeat of that request. */
    public Response replayed() {
        return builder().header(REPLAYED_HEADER, "true").build();
    }

    private Response.ResponseBuilder builder() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach(response::header);
        return response;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && headers.equals(answer.headers)
                && Arrays.equals(body, answer.body);
    }

    @Override
    public int hashCode() {
        return 31 * status + Arrays.hashCode(body);
    }

    /** Bodies hold what customers bought, so they stay out of logs. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
