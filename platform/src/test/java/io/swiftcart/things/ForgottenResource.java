package io.swiftcart.things;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Somebody forgot to say who may ask. */
@Path("/things/forgotten")
public class ForgottenResource {

    @GET
    @NonBlocking
    public String secret() {
        return "everything";
    }
}
