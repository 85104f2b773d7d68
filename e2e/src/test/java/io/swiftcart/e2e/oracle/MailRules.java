package io.swiftcart.e2e.oracle;

import io.swiftcart.e2e.oracle.Figures.Order;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail sink against the orders: I6, I9. */
final class MailRules {
    private static final Pattern ID = Pattern.compile("<(.+)\\.([a-z]+)@swiftcart>");
    private static final Set<String> WRITTEN_ABOUT = Set.of("CONFIRMED", "FAILED", "CANCELLED");

    private MailRules() {}

    /** I6: what an order has come to was mailed. */
    static Stream<String> an_end_is_mailed(Figures figures) {
        return figures.orders().stream()
                .filter(order -> WRITTEN_ABOUT.contains(order.status()))
                .filter(order -> !figures.mails().containsKey(messageId(order)))
                .map(order -> "No mail says that order " + order.id() + " is " + order.status());
    }

    /** I6: a mail comes twice only where a crash fell between sending and writing it down. */
    static Stream<String> a_mail_comes_once(Figures figures) {
        int most = figures.crashes() ? 2 : 1;
        return figures.mails().entrySet().stream()
                .filter(mail -> mail.getValue() > most)
                .map(mail -> "Mail " + mail.getKey() + " came " + mail.getValue() + " times.");
    }

    /** I9: no mail without its order, and none that is not true. */
    static Stream<String> no_mail_without_its_order(Figures figures) {
        Map<String, Order> orders = figures.ordersById();
        return figures.mails().keySet().stream()
                .filter(id -> !isTrue(id, orders))
                .map(id -> "There is no such end of an order as the mail " + id + " tells.");
    }

    private static boolean isTrue(String messageId, Map<String, Order> orders) {
        Matcher parts = ID.matcher(messageId);
        if (!parts.matches() || !orders.containsKey(parts.group(1))) {
            return false;
        }
        boolean failed = orders.get(parts.group(1)).status().equals("FAILED");
        return failed == parts.group(2).equals("failed");
    }

    private static String messageId(Order order) {
        return "<" + order.id() + "." + order.status().toLowerCase(Locale.ROOT) + "@swiftcart>";
    }
}
