package io.swiftcart.gateway.wire;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came over the wire.
 *
 * @param headers by name in lower case
 * @param whole false when the connection ended before the body did
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body, boolean whole) {

    /** The one value of a header, or null. */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " came " + values.size() + " times: " + values);
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        return new JsonObject(text());
    }

    /** The code of the problem that this is. */
    public String problem() {
        if (!"application/problem+json".equals(header("Content-Type"))) {
            throw new AssertionError("no problem: " + this.status + " " + headers + text());
        }
        return json().getString("code");
    }
}
