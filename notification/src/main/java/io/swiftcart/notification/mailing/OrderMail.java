package io.swiftcart.notification.mailing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.notification.deliveries.Kind;
import io.swiftcart.notification.mailing.OrderClient.Contact;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, ready for its template.
 *
 * @param total as people write it, e.g. {@code 25.98 USD}
 * @param money what it means for the customer's money; empty when all is as ordered
 */
record OrderMail(
        String greeting,
        String orderNumber,
        String words,
        List<Line> lines,
        String total,
        String money) {
    private static final int NAME_MAX = 80;

    /** One line of the order. */
    record Line(String sku, int qty, String unitPrice) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(OrderMail mail);

        static native TemplateInstance html(OrderMail mail);
    }

    static OrderMail of(Delivery delivery, Contact contact) {
        JsonObject content = delivery.content();
        Currency currency = Currency.getInstance(content.getString("currency"));
        List<Line> lines =
                content.getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .map(item -> line(item, currency))
                        .toList();
        return new OrderMail(
                greeting(contact.name()),
                content.getString("orderNumber"),
                delivery.kind().words(),
                lines,
                amount(content.getLong("totalAmount"), currency),
                money(delivery.kind(), content, currency));
    }

    String subject() {
        return "Your order " + orderNumber + " " + words;
    }

    /**
     * On one line, and without a name of odd length: a guest may name any address, and anything.
     */
    private static String greeting(@Nullable String name) {
        String plain = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.isEmpty() || plain.length() > NAME_MAX ? "Hello" : "Hello " + plain;
    }

    private static String money(Kind kind, JsonObject content, Currency currency) {
        return switch (kind) {
            case CONFIRMED -> "";
            case FAILED ->
                    "Reason: "
                            + content.getString("reason").replace('-', ' ')
                            + ". Nothing was charged.";
            case CANCELLED ->
                    content.getBoolean("paid")
                            ? "What you paid is on its way back to you."
                            : "Nothing was charged.";
            case REFUNDED ->
                    amount(content.getLong("refunded"), currency) + " is on its way back to you.";
        };
    }

    private static Line line(JsonObject item, Currency currency) {
        return new Line(
                item.getString("sku"),
                item.getInteger("qty"),
                amount(item.getLong("unitPrice"), currency));
    }

    /** Minor units in the currency's own number of decimals. */
    private static String amount(long minorUnits, Currency currency) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return BigDecimal.valueOf(minorUnits, decimals).toPlainString()
                + " "
                + currency.getCurrencyCode();
    }

    @Override
    public String toString() {
        return "OrderMail[" + orderNumber + ", ***]";
    }
}
