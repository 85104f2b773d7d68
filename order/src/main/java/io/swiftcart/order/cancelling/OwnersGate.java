package io.swiftcart.order.cancelling;

import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Says 401 or 403 before the body is looked at, as where the identity provider knows everybody. */
class OwnersGate {
    private final CallerIdentity caller;

    OwnersGate(CallerIdentity caller) {
        this.caller = caller;
    }

    @OwnersOnly
    @ServerRequestFilter
    public void requirePossibleOwner(ContainerRequestContext request) {
        Reader.requireChanging(caller.current(), request.getHeaderString(Reader.ORDER_TOKEN));
    }
}
