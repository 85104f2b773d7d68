package io.swiftcart.order.history;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows orders to those they belong to, and to managers. */
@Path("/api/v1/orders")
class OrderHistoryResource {
    private static final String ORDER_TOKEN = "X-Order-Token";

    private final OrderQuery orders;
    private final CallerIdentity caller;

    OrderHistoryResource(OrderQuery orders, CallerIdentity caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"customer", "manager", "admin", "orders:read"})
    @Operation(
            summary = "List my orders, newest first; a manager's are all",
            operationId = "listOrders")
    public Uni<Page<OrderView>> list(@BeanParam OrderFilter.Query query) {
        Limit limit = Limit.of(query.limit);
        return orders.list(
                        OrderFilter.of(query), Reader.of(caller.current(), null), limit.plusOne())
                .map(found -> found.stream().map(OrderView::from).toList())
                .map(found -> Page.of(found, limit, last -> Cursor.encode(last.orderId())));
    }

    @GET
    @Path("/{orderId}")
    @PermitAll // the bearer of the order's token is nobody to the identity provider
    @Operation(summary = "Read an order", operationId = "getOrder")
    public Uni<RestResponse<OrderView>> get(
            @PathParam("orderId") String orderId,
            @HeaderParam(ORDER_TOKEN) @Nullable String orderToken,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return orders.byId(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(order -> tagged(order, ifNoneMatch));
    }

    @GET
    @Path("/by-number/{orderNumber}")
    @PermitAll // as above
    @Operation(summary = "Read an order by its number", operationId = "getOrderByNumber")
    public Uni<RestResponse<OrderView>> getByNumber(
            @PathParam("orderNumber") String orderNumber,
            @HeaderParam(ORDER_TOKEN) @Nullable String orderToken,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return orders.byNumber(orderNumber, Reader.of(caller.current(), orderToken))
                .map(order -> tagged(order, ifNoneMatch));
    }

    @GET
    @Path("/{orderId}/status")
    @PermitAll // as above
    @Operation(summary = "Where an order stands", operationId = "getOrderStatus")
    public Uni<OrderStatusView> status(
            @PathParam("orderId") String orderId,
            @HeaderParam(ORDER_TOKEN) @Nullable String orderToken) {
        return orders.byId(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(OrderView::from)
                .map(OrderStatusView::from);
    }

    @GET
    @Path("/{orderId}/events")
    @PermitAll // as above
    @Operation(summary = "The history of an order", operationId = "getOrderEvents")
    public Uni<Page<OrderEventView>> events(
            @PathParam("orderId") String orderId,
            @HeaderParam(ORDER_TOKEN) @Nullable String orderToken) {
        return orders.events(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(events -> new Page<>(List.copyOf(events), null));
    }

    @GET
    @Path("/{orderId}/saga")
    @RolesAllowed({"manager", "admin"})
    @Operation(summary = "The checkout of an order, for operators", operationId = "getOrderSaga")
    public Uni<SagaView> saga(@PathParam("orderId") String orderId) {
        return orders.saga(Ids.parse(orderId));
    }

    private static RestResponse<OrderView> tagged(Order order, @Nullable String ifNoneMatch) {
        if (ETags.matches(ifNoneMatch, order.version())) {
            return RestResponse.ResponseBuilder.<OrderView>create(RestResponse.Status.NOT_MODIFIED)
                    .header("ETag", ETags.of(order.version()))
                    .build();
        }
        return RestResponse.ResponseBuilder.ok(OrderView.from(order))
                .header("ETag", ETags.of(order.version()))
                .build();
    }
}
