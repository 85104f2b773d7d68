package io.swiftcart.platform.problem;

/** Problems that every service can answer with. */
public enum CommonProblem implements ProblemCode {
    VALIDATION_FAILED(
            "validation-failed", 400, "The request does not meet the rules of its fields."),
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read."),
    IDEMPOTENCY_KEY_MISSING(
            "idempotency-key-missing", 400, "This request needs an Idempotency-Key."),
    IDEMPOTENCY_KEY_INVALID("idempotency-key-invalid", 400, "The Idempotency-Key is not valid."),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed."),
    FORBIDDEN("forbidden", 403, "The caller may not do this."),
    NOT_FOUND("not-found", 404, "There is nothing here."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not know the method."),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be served."),
    IDEMPOTENCY_KEY_IN_FLIGHT(
            "idempotency-key-in-flight", 409, "The first request with this key is still running."),
    PRECONDITION_FAILED("precondition-failed", 412, "The resource has changed since it was read."),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is larger than 1 MiB."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, "The media type of the body is not known here."),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key was used for another request."),
    PRECONDITION_REQUIRED("precondition-required", 428, "This change needs an If-Match header."),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side."),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "The service cannot answer at the moment.");

    private final String code;
    private final int status;
    private final String title;

    CommonProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
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
        return this == IDEMPOTENCY_KEY_IN_FLIGHT || status >= 500;
    }
}
