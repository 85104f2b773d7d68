package io.swiftcart.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller's mistake or a refusal, answered as RFC 9457 problem details. Carries no stack trace: it
 * is an answer, not a fault. {@code detail} is shown to the caller, so it never names classes, SQL
 * or personal data.
 */
public class Problem extends RuntimeException {
    private static final Set<String> TAKEN =
            Set.of(
                    "type",
                    "title",
                    "status",
                    "detail",
                    "instance",
                    "code",
                    "correlationId",
                    "retryable",
                    "errors");

    private final transient ProblemCode code;
    private final String detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient List<Pointed> errors = new ArrayList<>();
    private @Nullable Duration retryAfter;

    /**
     * One finding at one place of the request body; {@code pointer} is an RFC 6901 JSON pointer.
     */
    public record Pointed(String detail, String pointer) {}

    /** A problem of the given kind; {@code detail} explains this occurrence in a sentence. */
    public Problem(ProblemCode code, String detail) {
        super(code.code() + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /**
     * Adds an extension member such as {@code items}; the value must be serialisable to JSON. The
     * names that every problem has are taken.
     */
    public Problem with(String member, Object value) {
        if (TAKEN.contains(member)) {
            throw new IllegalArgumentException(member + " is a member of every problem");
        }
        members.put(member, value);
        return this;
    }

    /** Sets the {@code Retry-After} header, in whole seconds, at least one. */
    public Problem retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    /** Adds an entry to {@code errors}. */
    public Problem pointing(String pointer, String detail) {
        errors.add(new Pointed(detail, pointer));
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    public List<Pointed> errors() {
        return Collections.unmodifiableList(errors);
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
