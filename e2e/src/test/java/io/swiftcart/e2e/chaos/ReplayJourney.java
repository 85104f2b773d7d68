package io.swiftcart.e2e.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.e2e.Bus;
import io.swiftcart.e2e.Http;
import io.swiftcart.e2e.load.Arrivals;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that come again, and facts that were nearly never sent. */
@Tag("chaos")
@ExtendWith(OneShop.class)
class ReplayJourney {
    private static final double TWICE = 0.2;
    private static final String STOCK_FACTS = "inventory.stock-updated.v1";

    /** What somebody here reads. */
    private static final List<String> TOPICS =
            List.of(
                    "orders.confirmed.v1",
                    "orders.failed.v1",
                    "orders.cancelled.v1",
                    "payments.succeeded.v1",
                    "payments.failed.v1",
                    "payments.refunded.v1",
                    "catalog.products.v1",
                    STOCK_FACTS);

    private final ChaosShop shop;

    ReplayJourney(ChaosShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void every_topic_from_the_first_fact_changes_nothing(Seed seed) {
        orders(seed);
        shop.judge();
        Object before = shop.oracle().state();

        TOPICS.forEach(shop.bus()::replay);

        shop.judge();
        assertEquals(before, shop.oracle().state());
    }

    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void a_fifth_of_the_facts_comes_twice_while_orders_come_in(Seed seed) {
        Random random = seed.random();
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));

        for (String topic : TOPICS) {
            List<Bus.Fact> some =
                    shop.bus().all(topic).stream()
                            .filter(_ -> random.nextDouble() < TWICE)
                            .toList();
            shop.bus().publish(topic, some);
        }

        arrivals.stop();
        shop.judge();
    }

    /** Others commit while it is open: a relay that remembers how far it has come would pass it. */
    @ParameterizedTest
    @MethodSource("io.swiftcart.e2e.chaos.Seed#one")
    void a_transaction_held_open_across_relay_rounds_loses_no_fact(Seed seed) throws SQLException {
        orders(seed);
        Bus.Fact old = shop.bus().all(STOCK_FACTS).getLast();
        UUID late = UUID.randomUUID();
        try (Connection connection = shop.sql().connect("inventory")) {
            connection.setAutoCommit(false);
            writeAgain(connection, old, late);

            orders(seed);
            connection.commit();
        }

        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.bus().all(STOCK_FACTS).stream().anyMatch(fact -> is(fact, late)));
        shop.judge();
    }

    private void orders(Seed seed) {
        Arrivals arrivals = shop.buyers().arriving(Form.get().perSecond(), shop.customers(seed));
        Pause.of(Form.get().fault());
        arrivals.stop();
    }

    /** An old fact under a new id: nobody acts on a version that is passed. */
    private static void writeAgain(Connection connection, Bus.Fact fact, UUID id)
            throws SQLException {
        String oldId = fact.headers().get("ce_id");
        String insert =
                """
                insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
                values (?, ?, ?, ?, ?, ?::jsonb, now())
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setObject(1, id);
            statement.setString(2, STOCK_FACTS);
            statement.setString(3, fact.key());
            statement.setString(4, fact.headers().get("ce_type"));
            statement.setString(
                    5,
                    new String(fact.value(), StandardCharsets.UTF_8).replace(oldId, id.toString()));
            statement.setString(6, headers(fact, oldId, id));
            statement.executeUpdate();
        }
    }

    private static String headers(Bus.Fact fact, String oldId, UUID id) {
        return Http.JSON.valueToTree(fact.headers()).toString().replace(oldId, id.toString());
    }

    private static boolean is(Bus.Fact fact, UUID id) {
        return id.toString().equals(fact.headers().get("ce_id"));
    }
}
