package io.swiftcart.things;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Tells one object from another that stands for the same caller. */
@Path("/things/principal")
public class PrincipalResource {
    private final SecurityIdentity identity;

    PrincipalResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @NonBlocking
    @RolesAllowed("customer")
    public int principal() {
        return System.identityHashCode(identity.getPrincipal());
    }
}
