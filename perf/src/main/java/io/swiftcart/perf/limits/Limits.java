package io.swiftcart.perf.limits;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Measures the limits of one service: {@code order|inventory KAFKA SECONDS FILE}; the address of
 * PostgreSQL, which holds a password, in the environment as {@code PERF_POSTGRES}. Writes a JSON
 * object of name to {@link Rate}.
 */
public final class Limits {
    private static final int CONNECTIONS = 16;
    private static final int TOGETHER = 64;
    private static final ClassLoader SERVICE = Limits.class.getClassLoader();

    private final Duration warmUp;
    private final Duration measured;
    private final Map<String, Rate> rates = new LinkedHashMap<>();

    private Limits(Duration measured) {
        this.measured = measured;
        this.warmUp = measured.dividedBy(3);
    }

    public static void main(String[] arguments) throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(Long.parseLong(arguments[2])));
        LimitDatabase database =
                LimitDatabase.fresh(System.getenv("PERF_POSTGRES"), "perf_" + arguments[0]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        switch (arguments[0]) {
            case "order" -> limits.ofOrder(vertx, database, new Broker(arguments[1]));
            case "inventory" -> limits.ofInventory(vertx, database);
            default -> throw new IllegalArgumentException("No limits of " + arguments[0]);
        }
        new ObjectMapper().writeValue(Path.of(arguments[3]).toFile(), limits.rates);
        System.exit(0);
    }

    private void ofOrder(Vertx vertx, LimitDatabase database, Broker broker) throws Exception {
        PlaceOrderLimit place = new PlaceOrderLimit(SERVICE);
        List<PgConnection> connections = database.connect(vertx, CONNECTIONS);
        measure("place statement", connections, place::statement);
        measure("place transaction", connections, place::transaction);
        database.execute("truncate outbox");
        database.execute(RelayLimit.FILL);
        broker.createTopic();
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            KafkaLimit.run(producer, warmUp);
            rates.put("kafka producer", KafkaLimit.run(producer, measured));
            rates.put(
                    "relay",
                    new RelayLimit(SERVICE).run(connections.getFirst(), producer, measured));
        }
    }

    private void ofInventory(Vertx vertx, LimitDatabase database) throws Exception {
        ReserveLimit reserve = new ReserveLimit(SERVICE);
        database.execute(ReserveLimit.FILL);
        List<PgConnection> connections = database.connect(vertx, CONNECTIONS);
        measure("reserve", connections, connection -> reserve.spread(connection, 1));
        measure("plain update of one SKU", connections, reserve::plain);
        measure("reserve of one SKU", connections, connection -> reserve.hot(connection, 1));
        // As the service does it: one batch in the database at a time.
        measure(
                "batches of " + TOGETHER + " reserves of one SKU",
                connections.subList(0, 1),
                connection -> reserve.hot(connection, TOGETHER));
    }

    private void measure(
            String name, List<PgConnection> connections, Function<PgConnection, Future<?>> request)
            throws InterruptedException {
        List<Supplier<Future<?>>> callers =
                connections.stream()
                        .<Supplier<Future<?>>>map(connection -> () -> request.apply(connection))
                        .toList();
        rates.put(name, ClosedLoop.run(warmUp, measured, callers));
    }
}
