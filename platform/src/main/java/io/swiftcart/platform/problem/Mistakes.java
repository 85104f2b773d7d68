package io.swiftcart.platform.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jspecify.annotations.Nullable;

/** Says in our words what the framework found wrong with a request. */
final class Mistakes {
    private static final int SERVER_ERROR = 500;

    private Mistakes() {}

    /**
     * The problem behind a failure, or null when the failure is a fault of ours and no mistake of
     * the caller's.
     */
    static @Nullable Problem in(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case ConstraintViolationException invalid -> isOurs(invalid) ? null : invalid(invalid);
            case StreamReadException unreadable -> unreadable(unreadable);
            case MismatchedInputException unreadable -> unreadable(unreadable);
            // A neighbour's refusal of our request is no mistake of our caller's.
            case ResteasyReactiveClientProblem _ -> null;
            case AuthenticationFailedException _ ->
                    new Problem(
                            CommonProblem.UNAUTHENTICATED,
                            "The bearer token is not valid or has expired.");
            case UnauthorizedException _ ->
                    new Problem(
                            CommonProblem.UNAUTHENTICATED,
                            "Send a bearer token to use this address.");
            case ForbiddenException _ ->
                    new Problem(
                            CommonProblem.FORBIDDEN,
                            "The token does not carry the role or scope for this.");
            case WebApplicationException http -> http(http);
            default -> failure.getCause() instanceof Problem problem ? problem : null;
        };
    }

    /**
     * The problem for a bare HTTP status that some handler decided on, or null below 400 and from
     * 500 on.
     */
    static @Nullable Problem withStatus(int status) {
        return switch (status) {
            case 401 ->
                    new Problem(
                            CommonProblem.UNAUTHENTICATED,
                            "The bearer token is not valid or has expired.");
            case 403 -> new Problem(CommonProblem.FORBIDDEN, "The caller may not do this.");
            case 404 -> new Problem(CommonProblem.NOT_FOUND, "There is nothing at this address.");
            case 405 ->
                    new Problem(
                            CommonProblem.METHOD_NOT_ALLOWED,
                            "This address does not know the method.");
            case 406 -> new Problem(CommonProblem.NOT_ACCEPTABLE, "Answers are application/json.");
            case 413 -> new Problem(CommonProblem.PAYLOAD_TOO_LARGE, "Send at most 1 MiB.");
            case 415 ->
                    new Problem(
                            CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                            "This address does not take the content type, or the body has none.");
            default ->
                    status >= 400 && status < SERVER_ERROR
                            ? new Problem(
                                    CommonProblem.MALFORMED_REQUEST, "The request cannot be read.")
                            : null;
        };
    }

    private static @Nullable Problem http(WebApplicationException http) {
        Throwable cause = http.getCause();
        if (cause instanceof JsonProcessingException unreadable && status(http) < SERVER_ERROR) {
            return unreadable(unreadable);
        }
        if (cause != null && in(cause) instanceof Problem problem) {
            return problem;
        }
        return withStatus(status(http));
    }

    private static int status(WebApplicationException http) {
        return http.getResponse().getStatus();
    }

    /** An answer of ours that breaks its own rules. */
    private static boolean isOurs(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .flatMap(
                        violation ->
                                StreamSupport.stream(
                                        violation.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static Problem invalid(ConstraintViolationException invalid) {
        Problem problem =
                new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.");
        invalid.getConstraintViolations().stream()
                .sorted(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> problem.pointing(pointer(violation), violation.getMessage()));
        return problem;
    }

    /**
     * Turns {@code place.request.items[0].qty} into {@code /items/0/qty}: method and parameter are
     * ours, not the body's.
     */
    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(escaped(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static Problem unreadable(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()
                || mapping.getCause() instanceof JsonParseException) {
            return new Problem(
                    CommonProblem.MALFORMED_REQUEST,
                    "The body is not the JSON that is expected here.");
        }
        String found =
                unreadable instanceof UnrecognizedPropertyException
                        ? "is not a member that is known here"
                        : "has the wrong type or form";
        return new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.")
                .pointing(pointer(mapping.getPath()), found);
    }

    private static String pointer(List<Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : path) {
            String name =
                    step.getFieldName() == null
                            ? String.valueOf(step.getIndex())
                            : step.getFieldName();
            pointer.append('/').append(escaped(name));
        }
        return pointer.toString();
    }

    /** RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
