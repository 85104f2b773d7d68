package io.swiftcart.platform.problem;

import static jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that do not say what they are: the framework would guess. */
class BodyType {

    @ServerRequestFilter
    public void require(ContainerRequestContext request) {
        if (request.getLength() > 0 && request.getHeaderString(CONTENT_TYPE) == null) {
            throw new Problem(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Say the content type of the body.");
        }
    }
}
