package io.swiftcart.order.session;

import io.swiftcart.order.domain.Order;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.order.recording.Address;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as its owner sees it. Amounts are in the minor unit of {@code currency}. */
@Schema(
        name = "CheckoutSession",
        description =
                "Prices, shipping and tax are those of this moment until the session is completed;"
                        + " then they are the order's.",
        requiredProperties = {
            "sessionId",
            "cartId",
            "status",
            "items",
            "subtotal",
            "discount",
            "shipping",
            "tax",
            "totalAmount",
            "currency",
            "requirements",
            "version",
            "expiresAt"
        })
record SessionView(
        UUID sessionId,
        String cartId,
        @Schema(enumeration = {"OPEN", "COMPLETED", "EXPIRED"}) String status,
        @Nullable UUID orderId,
        Session.@Nullable Buyer customer,
        @Nullable Address shippingAddress,
        @Nullable Option shippingOption,
        @Nullable PromotionCode promotion,
        List<Line> items,
        long subtotal,
        long discount,
        long shipping,
        long tax,
        long totalAmount,
        String currency,
        List<Requirement> requirements,
        int version,
        Instant expiresAt) {

    /** One line. */
    @Schema(
            name = "CheckoutLine",
            requiredProperties = {"sku", "name", "qty", "unitPrice", "lineTotal"})
    record Line(String sku, String name, int qty, long unitPrice, long lineTotal) {
        static Line from(OrderLine line) {
            return new Line(
                    line.sku(),
                    line.name(),
                    line.qty(),
                    line.unitPrice().minorUnits(),
                    line.total().minorUnits());
        }
    }

    /** A way to ship. */
    @Schema(
            name = "ShippingOption",
            requiredProperties = {"code", "name", "amount", "currency"})
    record Option(String code, String name, long amount, String currency) {
        static Option from(ShippingOption option) {
            return new Option(
                    option.code(),
                    option.name(),
                    option.amount().minorUnits(),
                    option.amount().currency().getCurrencyCode());
        }
    }

    /** The promotion as it was entered. */
    @Schema(
            name = "CheckoutPromotion",
            requiredProperties = {"code"})
    record PromotionCode(String code) {}

    /** A session that is not completed, at the prices of this moment. */
    static SessionView of(Session session, Appraisal appraisal) {
        return of(
                session,
                appraisal.chosen() == null ? null : Option.from(appraisal.chosen()),
                appraisal.lines(),
                appraisal.totals(),
                appraisal.requirements());
    }

    /** A completed session: what was ordered. */
    static SessionView of(Session session, Order order) {
        Option option =
                session.shippingOption() == null
                        ? null
                        : new Option(
                                session.shippingOption(),
                                session.shippingOption(),
                                order.totals().shipping().minorUnits(),
                                order.totals().shipping().currency().getCurrencyCode());
        return of(session, option, order.lines(), order.totals(), List.of());
    }

    private static SessionView of(
            Session session,
            @Nullable Option option,
            List<OrderLine> lines,
            Totals totals,
            List<Requirement> requirements) {
        return new SessionView(
                session.id(),
                session.cartId(),
                session.status().name(),
                session.orderId(),
                session.customer(),
                session.shippingAddress(),
                option,
                session.promotion() == null ? null : new PromotionCode(session.promotion()),
                lines.stream().map(Line::from).toList(),
                totals.subtotal().minorUnits(),
                totals.discount().minorUnits(),
                totals.shipping().minorUnits(),
                totals.tax().minorUnits(),
                totals.total().minorUnits(),
                totals.total().currency().getCurrencyCode(),
                requirements,
                session.version(),
                session.expiresAt());
    }
}
