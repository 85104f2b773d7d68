package io.swiftcart.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies that do not say what they are, or that are not UTF-8: they would be guessed at.
 */
class BodyType {
    private static final String UTF_8 = "utf-8";

    @ServerRequestFilter
    public void require(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean unsaid = type == null && request.getLength() > 0;
        Map<String, String> parameters = type == null ? Map.of() : type.getParameters();
        if (unsaid
                || !parameters
                        .getOrDefault(MediaType.CHARSET_PARAMETER, UTF_8)
                        .equalsIgnoreCase(UTF_8)) {
            throw new Problem(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    "Say the content type of the body, which is read as UTF-8.");
        }
    }
}
