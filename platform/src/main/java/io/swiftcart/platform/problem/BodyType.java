package io.swiftcart.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses bodies that do not say what they are: the framework would guess. */
class BodyType {

    @ServerRequestFilter
    public void require(ContainerRequestContext request) {
        if (request.getMediaType() == null && request.getLength() > 0) {
            throw new Problem(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Say the content type of the body.");
        }
    }
}
