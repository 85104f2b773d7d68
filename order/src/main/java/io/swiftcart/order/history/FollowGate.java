package io.swiftcart.order.history;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a stream before it begins: the framework sends 200 with the head of a stream before it
 * asks for the first event, and then nobody can be told 404 any more.
 */
class FollowGate {
    private final OrderQuery orders;
    private final CallerIdentity caller;

    FollowGate(OrderQuery orders, CallerIdentity caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @Followed
    @ServerRequestFilter
    public Uni<Void> requireReader(UriInfo address, ContainerRequestContext request) {
        String orderToken = request.getHeaderString(Reader.ORDER_TOKEN);
        return orders.byId(
                        Ids.parse(address.getPathParameters().getFirst("orderId")),
                        Reader.of(caller.current(), orderToken))
                .replaceWithVoid();
    }
}
