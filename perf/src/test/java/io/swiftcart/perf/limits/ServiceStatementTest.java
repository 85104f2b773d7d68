package io.swiftcart.perf.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The limits drive what the services execute: whoever changes a statement there hears of it here.
 */
class ServiceStatementTest {
    private static final Path HOME = Path.of(System.getProperty("swiftcart.home"));

    @Test
    void the_statements_of_placing_take_what_the_limit_gives_them() throws Exception {
        try (URLClassLoader order = service("order")) {
            new PlaceOrderLimit(order)
                    .statements()
                    .forEach(
                            (sql, operands) ->
                                    assertEquals(
                                            ServiceStatement.operands(sql), operands.size(), sql));
        }
    }

    @Test
    void the_statement_of_reserving_takes_what_the_limit_gives_it() throws Exception {
        try (URLClassLoader inventory = service("inventory")) {
            ReserveLimit limit = new ReserveLimit(inventory);

            assertEquals(ServiceStatement.operands(limit.statement()), limit.asked(3, 500).size());
        }
    }

    @Test
    void the_relay_can_be_driven() throws Exception {
        try (URLClassLoader order = service("order")) {
            assertEquals(2, new RelayLimit(order).operandsOfNext());
        }
    }

    @Test
    void a_statement_that_is_gone_is_named() throws Exception {
        try (URLClassLoader order = service("order")) {
            IllegalStateException gone =
                    assertThrows(
                            IllegalStateException.class,
                            () ->
                                    ServiceStatement.of(
                                            order,
                                            "io.swiftcart.order.recording.OrderRepository",
                                            "GONE"));

            assertEquals(
                    "The statement io.swiftcart.order.recording.OrderRepository.GONE is not there any more.",
                    gone.getMessage());
        }
    }

    /** The service as it was built last, on libraries of its own. */
    private static URLClassLoader service(String name) throws IOException {
        Path app = HOME.resolve(name).resolve("target/quarkus-app");
        List<URL> jars = new ArrayList<>();
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            try (Stream<Path> files = Files.list(app.resolve(folder))) {
                files.forEach(file -> jars.add(url(file)));
            }
        }
        return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
