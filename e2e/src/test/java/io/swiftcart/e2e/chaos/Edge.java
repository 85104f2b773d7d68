package io.swiftcart.e2e.chaos;

import java.util.Map;

/** Where two neighbours speak with each other, and how {@code up} is told of a proxy between. */
enum Edge {
    ORDER_TO_INVENTORY("inventory"),
    ORDER_TO_PAYMENT("payment"),
    PAYMENT_TO_PROVIDER("paymentSandbox"),
    TO_POSTGRES("postgres"),
    TO_KAFKA("kafka"),
    TO_REDIS("redis");

    private final String target;

    Edge(String target) {
        this.target = target;
    }

    /** The name in {@code ports.json} of who is called. */
    String target() {
        return target;
    }

    /** What {@code up} is told when a proxy listens on this port. */
    Map<String, String> environment(int port) {
        String proxy = "127.0.0.1:" + port;
        return switch (this) {
            case ORDER_TO_INVENTORY ->
                    Map.of("SWIFTCART_FOR_ORDER_SWIFTCART_INVENTORY_ADDRESSES", proxy);
            case ORDER_TO_PAYMENT ->
                    Map.of("SWIFTCART_FOR_ORDER_SWIFTCART_PAYMENT_ADDRESSES", proxy);
            case PAYMENT_TO_PROVIDER ->
                    Map.of("SWIFTCART_FOR_PAYMENT_SWIFTCART_PAYMENT_STRIPE_URL", "http://" + proxy);
            case TO_POSTGRES ->
                    Map.of(
                            database("INVENTORY"), "postgresql://" + proxy + "/inventory",
                            database("PAYMENT"), "postgresql://" + proxy + "/payment",
                            database("ORDER"), "postgresql://" + proxy + "/orders",
                            database("NOTIFICATION"), "postgresql://" + proxy + "/notification");
            case TO_KAFKA -> Map.of("SWIFTCART_KAFKA_ADVERTISED_PORT", Integer.toString(port));
            case TO_REDIS ->
                    Map.of(
                            "SWIFTCART_FOR_INVENTORY_QUARKUS_REDIS_HOSTS", "redis://" + proxy,
                            "SWIFTCART_FOR_CART_QUARKUS_REDIS_HOSTS", "redis://" + proxy);
        };
    }

    private static String database(String service) {
        return "SWIFTCART_FOR_" + service + "_QUARKUS_DATASOURCE_REACTIVE_URL";
    }
}
