package io.swiftcart.e2e.alerts;

import static io.swiftcart.e2e.load.Purchase.GOOD_CARD;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.e2e.Http;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Books that are wrong, by somebody who writes into a database, or by bad luck. */
final class Damages {
    private static final Duration DONE = Duration.ofMinutes(2);
    private static final String NOWHERE = "orders.nowhere.v1";
    private static final String RARE = "SKU-00045";

    private Damages() {}

    /** A fact for a topic that is made only later. */
    static Ending factWithoutTopic(AlertShop shop) throws SQLException {
        write(
                shop,
                "orders",
                """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
                values (uuidv7(), '%s', 'nobody', 'Nothing', '{}', '{}', now())
                """
                        .formatted(NOWHERE));
        return () -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", shop.bootstrap()))) {
                admin.createTopics(Set.of(new NewTopic(NOWHERE, 1, (short) 1))).all().get();
            }
        };
    }

    /** An order whose mail is not written; in the end it is. */
    static Ending deadLetter(AlertShop shop) {
        shop.order("SKU-00046", GOOD_CARD);
        await().atMost(DONE)
                .until(
                        () -> shop.sql().texts("notification", "select id from dead_letter").size(),
                        letters -> letters > 0);
        return () -> {
            shop.shop().noFaults();
            shop.shop().replayDeadLetters();
        };
    }

    /** One unit more than the movements say. */
    static Ending unitsOutOfNowhere(AlertShop shop) throws SQLException {
        String change = "update stock set on_hand = on_hand %s 1 where sku = 'SKU-00047'";
        write(shop, "inventory", change.formatted("+"));
        return () -> write(shop, "inventory", change.formatted("-"));
    }

    /** An order whose last step nobody has written down. */
    static Ending historyWithAGap(AlertShop shop) throws SQLException {
        UUID order = confirmed(shop, "SKU-00048");
        String change = "update orders set version = version %s 1 where id = '" + order + "'";
        write(shop, "orders", change.formatted("+"));
        return () -> write(shop, "orders", change.formatted("-"));
    }

    /** A cent less than the provider has taken. */
    static Ending chargeOfAnotherAmount(AlertShop shop) throws SQLException {
        UUID order = confirmed(shop, "SKU-00049");
        String change =
                "update payment set captured_amount = captured_amount %s 1 where order_id = '"
                        + order
                        + "'";
        write(shop, "payment", change.formatted("-"));
        return () -> write(shop, "payment", change.formatted("+"));
    }

    /** Of more units than are reserved, so that to give them back would be less than none. */
    static Ending holdThatCannotEnd(AlertShop shop) throws SQLException {
        UUID order = UUID.randomUUID();
        write(
                shop,
                "inventory",
                """
                insert into reservation (order_id, status, skus, quantities, created_at, expires_at)
                values ('%s', 'HELD', '{SKU-00050}', '{1000000}', now(), now() - interval '10 seconds')
                """
                        .formatted(order));
        return () ->
                write(shop, "inventory", "delete from reservation where order_id = '%s'", order);
    }

    /** An order is paid for when its hold has expired and the units are gone. */
    static Ending soldTwice(AlertShop shop) throws Exception {
        Ending frozen = Processes.frozen("payment").begin(shop);
        UUID order;
        try {
            order = shop.order(RARE, GOOD_CARD);
            awaitReservation(shop, order, "HELD");
            write(
                    shop,
                    "inventory",
                    "update reservation set expires_at = now() where order_id = '%s'",
                    order);
            awaitReservation(shop, order, "EXPIRED");
            shop.stock(RARE, 0);
        } finally {
            frozen.end();
        }
        return () -> {
            shop.stock(RARE, 100);
            String url = shop.api() + "/inventory/reservations/" + order + "/commit";
            assertEquals(200, Http.post(url, shop.manager(), Map.of()).status());
        };
    }

    private static UUID confirmed(AlertShop shop, String sku) {
        UUID order = shop.order(sku, GOOD_CARD);
        await().atMost(DONE)
                .until(
                        () ->
                                shop.sql()
                                        .texts(
                                                "orders",
                                                "select status from orders where id = '"
                                                        + order
                                                        + "'")
                                        .contains("CONFIRMED"));
        return order;
    }

    private static void awaitReservation(AlertShop shop, UUID order, String status) {
        await().atMost(DONE)
                .until(
                        () ->
                                shop.sql()
                                        .texts(
                                                "inventory",
                                                "select status from reservation where order_id = '"
                                                        + order
                                                        + "'")
                                        .contains(status));
    }

    private static void write(AlertShop shop, String database, String sql, UUID order)
            throws SQLException {
        write(shop, database, sql.formatted(order));
    }

    /** Fails unless it changes exactly one row. */
    private static void write(AlertShop shop, String database, String sql) throws SQLException {
        try (Connection connection = shop.sql().connect(database);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }
}
