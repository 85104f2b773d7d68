package io.swiftcart.gateway.problems;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The page that the {@code type} of a problem leads to. */
@Path("/problems/{code}")
@Produces("text/html;charset=UTF-8")
@Tag(name = "Problems")
class ProblemPageResource {
    private final KnownProblems known;
    private final Template page;

    ProblemPageResource(KnownProblems known, @Location("problem.html") Template page) {
        this.known = known;
        this.page = page;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "explainProblem",
            summary = "What a problem code means, and what to do about it")
    @APIResponse(responseCode = "200", description = "A page for people")
    @APIResponse(responseCode = "404", description = "not-found: no problem has this code")
    public Uni<String> explain(@RestPath String code) {
        KnownProblem problem =
                known.find(code)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                CommonProblem.NOT_FOUND,
                                                "No problem has this code."));
        return page.data("problem", problem).createUni();
    }
}
