package io.swiftcart.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.platform.problem.Problem.Pointed;
import java.util.List;
import java.util.Map;

/**
 * The JSON of a problem: the members of RFC 9457 and ours, then the extension members of the
 * occurrence.
 */
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "code",
    "correlationId",
    "retryable",
    "errors"
})
@RegisterForReflection(registerFullHierarchy = true)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        boolean retryable,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Pointed> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** Media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The body for one problem met at {@code instance} (the path) under {@code correlationId}. */
    public static ProblemBody of(Problem problem, String instance, String correlationId) {
        ProblemCode code = problem.code();
        return new ProblemBody(
                "/problems/" + code.code(),
                code.title(),
                code.status(),
                problem.detail(),
                instance,
                code.code(),
                correlationId,
                code.retryable(),
                problem.errors(),
                problem.members());
    }
}
