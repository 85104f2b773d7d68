package io.swiftcart.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The exception mapper of every resource. The framework picks mappers by the nearest class and has
 * some of its own for the types listed here, so each is named although all are answered alike.
 */
class ProblemMapper {
    private final ProblemWriter problems;

    private final AllowedMethods allowedMethods;

    ProblemMapper(ProblemWriter problems, AllowedMethods allowedMethods) {
        this.problems = problems;
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper({
        Problem.class,
        ConstraintViolationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class,
        UnauthorizedException.class,
        WebApplicationException.class,
        Throwable.class
    })
    Response answer(Throwable failure, RoutingContext request) {
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 400) {
            return http.getResponse();
        }
        Problem problem = problems.of(failure);
        // As text: where the JSON writer has failed on the resource's answer, it writes this too,
        // and would write bytes in base64.
        String body =
                new String(
                        problems.body(problem, request.request().path()), StandardCharsets.UTF_8);
        Response.ResponseBuilder answer = Response.status(problem.code().status()).entity(body);
        problems.headers(problem).forEach(answer::header);
        if (problem.code() == CommonProblem.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, allowedMethods.of(request.normalizedPath()));
        }
        return answer.build();
    }
}
