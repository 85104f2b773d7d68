package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.identity.Accounts;
import io.swiftcart.stack.services.Replica;
import io.swiftcart.stack.services.Service;
import io.swiftcart.stack.services.Shop;

/** What {@code up} prints at the end: addresses, demo accounts, and how to place an order. */
final class Summary {

    private static final String ROW = "  %-16s %s%n";

    private final Shop shop;
    private final Accounts accounts;
    private final Layout layout;

    Summary(Shop shop, Secrets secrets, Layout layout) {
        this.shop = shop;
        this.accounts = new Accounts(secrets);
        this.layout = layout;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("%nSwiftCart is ready.%n%n".formatted());
        row(text, "gateway", shop.gateway());
        shop.replicas().stream()
                .filter(replica -> replica.service() != Service.GATEWAY)
                .forEach(replica -> row(text, replica.name(), addresses(replica)));
        row(text, "postgres", shop.postgres().address());
        row(text, "redis", shop.redis().address());
        row(text, "kafka", shop.kafka().address());
        row(text, "mail", "smtp " + shop.mail().smtp() + ", received: " + shop.mail().address());
        row(text, "identity", shop.issuer());
        row(text, "paymentSandbox", shop.sandbox().address());
        row(text, "data", layout.root() + " (run.json holds every address and key)");
        text.append("%nDemo users (development only)%n%n".formatted());
        Accounts.users().forEach(user -> row(text, user, accounts.passwordOf(user)));
        row(text, "loadtest", accounts.secretOf("loadtest") + " (client secret)");
        text.append("%nPlace an order%n%n".formatted());
        text.append(curl());
        text.append(
                "%nor: ./swiftcart order --sku SKU-00001. Stop with Ctrl-C or ./swiftcart down."
                        .formatted());
        return text.toString();
    }

    private String curl() {
        return """
                  curl -i %s/api/v1/orders \\
                    -H "Authorization: Bearer $(./swiftcart token alice)" \\
                    -H "Idempotency-Key: $(date +%%s)" \\
                    -H "Content-Type: application/json" \\
                    -d '{"items":[{"sku":"SKU-00001","qty":2}],"currency":"USD","paymentMethod":"pm_card_visa"}'
                """
                .formatted(shop.gateway());
    }

    private static String addresses(Replica replica) {
        return replica.url() + "  management " + replica.management();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(ROW.formatted(name, value));
    }
}
