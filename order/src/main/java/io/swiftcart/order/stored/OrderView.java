package io.swiftcart.order.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderId;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as callers see it. Amounts are in the minor unit of {@code currency}. */
@Schema(
        name = "Order",
        description = "Amounts are in the currency's minor unit; version counts the transitions.",
        requiredProperties = {
            "orderId",
            "orderNumber",
            "status",
            "paymentStatus",
            "fulfillmentStatus",
            "items",
            "subtotal",
            "discount",
            "shipping",
            "tax",
            "totalAmount",
            "currency",
            "version",
            "createdAt",
            "updatedAt"
        })
public record OrderView(
        UUID orderId,
        @Schema(examples = "ORD-20261120-000042") String orderNumber,
        @Schema(
                        enumeration = {
                            "PENDING",
                            "CONFIRMED",
                            "FULFILLED",
                            "COMPLETED",
                            "FAILED",
                            "CANCELLED"
                        })
                String status,
        @Schema(
                        enumeration = {
                            "PENDING",
                            "SUCCEEDED",
                            "FAILED",
                            "VOIDED",
                            "PARTIALLY_REFUNDED",
                            "REFUNDED"
                        },
                        description =
                                "PENDING: nothing was attempted or its outcome is not known yet; on a"
                                        + " failed order, such as one without stock, nothing was and"
                                        + " nothing will be. FAILED: the provider refused. VOIDED: closed,"
                                        + " and whatever was charged is given back.")
                String paymentStatus,
        @Schema(enumeration = UNFULFILLED) String fulfillmentStatus,
        List<Line> items,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long totalAmount,
        String currency,
        @Schema(
                        enumeration = {
                            "insufficient-stock",
                            "payment-declined",
                            "payment-method-invalid",
                            "payment-unavailable",
                            "timed-out",
                            "given-up",
                            "cancelled"
                        })
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String failureReason,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Schema(
                        description =
                                "Opens the order as X-Order-Token; only in the answer that tells a"
                                        + " guest of it")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String orderToken) {

    /** Where orders are found. */
    public static final String PATH = "/api/v1/orders";

    /** Nothing has been shipped: shipments come with the fulfilment service. */
    public static final String UNFULFILLED = "UNFULFILLED";

    /** One line of an order. */
    @Schema(
            name = "OrderLine",
            requiredProperties = {"sku", "name", "qty", "unitPrice", "lineTotal"})
    public record Line(String sku, String name, int qty, long unitPrice, long lineTotal) {
        static Line from(OrderLine line) {
            return new Line(
                    line.sku(),
                    line.name(),
                    line.qty(),
                    line.unitPrice().minorUnits(),
                    line.total().minorUnits());
        }
    }

    /** The address of one order. */
    public static String location(OrderId id) {
        return PATH + "/" + id;
    }

    /** The view of an order at its version. */
    public static OrderView from(Order order) {
        Money total = order.totals().total();
        return new OrderView(
                order.id().value(),
                order.number(),
                order.status().name(),
                order.paymentStatus().name(),
                UNFULFILLED,
                order.lines().stream().map(Line::from).toList(),
                order.totals().subtotal().minorUnits(),
                order.totals().discount().minorUnits(),
                order.totals().shipping().minorUnits(),
                order.totals().tax().minorUnits(),
                total.minorUnits(),
                total.currency().getCurrencyCode(),
                order.failureReason(),
                order.version(),
                order.createdAt(),
                order.updatedAt(),
                null);
    }
}
