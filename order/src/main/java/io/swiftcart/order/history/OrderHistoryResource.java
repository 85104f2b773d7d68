package io.swiftcart.order.history;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.stored.OrderView;
import io.swiftcart.order.stored.Reader;
import io.swiftcart.platform.http.ETags;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Shows orders to those they belong to, and to managers. Single orders are open to everybody at the
 * door, because the bearer of an order's token is nobody to the identity provider; {@link Reader}
 * says who is let in.
 */
@Path(OrderView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class OrderHistoryResource {
    private static final String BEARER = "bearer";

    private final OrderQuery orders;
    private final FollowOrder followOrder;
    private final CallerIdentity caller;

    OrderHistoryResource(OrderQuery orders, FollowOrder followOrder, CallerIdentity caller) {
        this.orders = orders;
        this.followOrder = followOrder;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"customer", "manager", "admin", "orders:read"})
    @Operation(
            operationId = "listOrders",
            summary = "List my orders, newest first; a manager's are all")
    @APIResponse(responseCode = "200", description = "One page; nextCursor is null on the last")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Uni<Page<OrderView>> list(@BeanParam OrderFilter.Query query) {
        Limit limit = Limit.of(query.limit);
        return orders.list(
                        OrderFilter.of(query), Reader.of(caller.current(), null), limit.plusOne())
                .map(found -> found.stream().map(OrderView::from).toList())
                .map(found -> Page.of(found, limit, last -> Cursor.encode(last.orderId())));
    }

    @GET
    @Path("/{orderId}")
    @PermitAll
    @SecurityRequirement(name = BEARER)
    @Operation(operationId = "getOrder", summary = "Read an order")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            headers = @Header(name = "ETag", description = "Its version"),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<OrderView>> get(
            @PathParam("orderId") String orderId,
            @HeaderParam(Reader.ORDER_TOKEN) @Nullable String orderToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return orders.byId(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(order -> tagged(order, ifNoneMatch));
    }

    @GET
    @Path("/by-number/{orderNumber}")
    @PermitAll
    @SecurityRequirement(name = BEARER)
    @Operation(operationId = "getOrderByNumber", summary = "Read an order by its number")
    @APIResponse(
            responseCode = "200",
            description = "The order",
            headers = @Header(name = "ETag", description = "Its version"),
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<OrderView>> getByNumber(
            @PathParam("orderNumber") String orderNumber,
            @HeaderParam(Reader.ORDER_TOKEN) @Nullable String orderToken,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return orders.byNumber(number(orderNumber), Reader.of(caller.current(), orderToken))
                .map(order -> tagged(order, ifNoneMatch));
    }

    @GET
    @Path("/{orderId}/status")
    @PermitAll
    @SecurityRequirement(name = BEARER)
    @Operation(operationId = "getOrderStatus", summary = "Where an order stands")
    @APIResponse(
            responseCode = "200",
            description = "The three statuses",
            content = @Content(schema = @Schema(implementation = OrderStatusView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<OrderStatusView> status(
            @PathParam("orderId") String orderId,
            @HeaderParam(Reader.ORDER_TOKEN) @Nullable String orderToken) {
        return orders.byId(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(OrderView::from)
                .map(OrderStatusView::from);
    }

    @GET
    @Path("/{orderId}/events")
    @PermitAll
    @SecurityRequirement(name = BEARER)
    @Operation(operationId = "getOrderEvents", summary = "The history of an order")
    @APIResponse(
            responseCode = "200",
            description =
                    "All transitions, oldest first, in one page; to Accept: text/event-stream, all"
                            + " transitions and then each as it comes, their versions as ids, so that"
                            + " Last-Event-ID goes on where it broke off")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<Page<OrderEventView>> events(
            @PathParam("orderId") String orderId,
            @HeaderParam(Reader.ORDER_TOKEN) @Nullable String orderToken) {
        return orders.events(Ids.parse(orderId), Reader.of(caller.current(), orderToken))
                .map(events -> new Page<>(List.copyOf(events), null));
    }

    /** JSON unless a client asks for a stream. */
    @GET
    @Path("/{orderId}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
    @PermitAll
    @Followed
    @SecurityRequirement(name = BEARER)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> live(
            @PathParam("orderId") String orderId,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        return followOrder.with(Ids.parse(orderId), FollowOrder.after(lastEventId), sse);
    }

    private static String number(String raw) {
        if (!raw.matches("ORD-[0-9]{8}-[0-9]{6,18}")) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "An order number is ORD-YYYYMMDD-NNNNNN.");
        }
        return raw;
    }

    private static RestResponse<OrderView> tagged(Order order, @Nullable String ifNoneMatch) {
        RestResponse.ResponseBuilder<OrderView> answer =
                ETags.matches(ifNoneMatch, order.version())
                        ? RestResponse.ResponseBuilder.notModified()
                        : RestResponse.ResponseBuilder.ok(OrderView.from(order));
        return answer.header(HttpHeaders.ETAG, ETags.of(order.version())).build();
    }
}
