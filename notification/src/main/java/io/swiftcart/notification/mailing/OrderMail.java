package io.swiftcart.notification.mailing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.swiftcart.notification.deliveries.Delivery;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What a mail says, ready for its template.
 *
 * @param total as people write it, e.g. {@code 25.98 USD}
 * @param reason why it failed, empty when it did not
 */
record OrderMail(
        String greeting,
        String orderNumber,
        String words,
        List<Line> lines,
        String total,
        String reason) {

    /** One line of the order. */
    record Line(String sku, int qty, String unitPrice) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(OrderMail mail);

        static native TemplateInstance html(OrderMail mail);
    }

    static OrderMail of(Delivery delivery, OrderClient.Contact contact) {
        JsonObject content = delivery.content();
        Currency currency = Currency.getInstance(content.getString("currency"));
        List<Line> lines =
                content.getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .map(item -> line(item, currency))
                        .toList();
        return new OrderMail(
                contact.name() == null ? "Hello" : "Hello " + contact.name(),
                content.getString("orderNumber"),
                delivery.kind().words(),
                lines,
                amount(content.getLong("totalAmount"), currency),
                content.getString("reason").replace('-', ' '));
    }

    String subject() {
        return "Your order " + orderNumber + " " + words;
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
