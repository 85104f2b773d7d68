package io.swiftcart.e2e;

import io.swiftcart.stack.testing.TraceReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every journey the same shop, and the collector that all of its traces go to: started for
 * the first, stopped after the last.
 */
public final class SharedShop implements ParameterResolver {
    private static final Namespace JOURNEYS = Namespace.create(SharedShop.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class
                || parameter.getParameter().getType() == TraceReceiver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getRoot()
                        .getStore(JOURNEYS)
                        .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Shop.class
                ? running.shop()
                : running.collector();
    }

    /** Stops the shop if it runs: whoever starts another one says so. */
    public static void stop(ExtensionContext context) {
        Running running = context.getRoot().getStore(JOURNEYS).remove(Running.class, Running.class);
        if (running != null) {
            running.close();
        }
    }

    /**
     * For a journey that starts a shop of its own: two at once are too much for a small machine.
     */
    public static final class Stopped implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            stop(context);
        }
    }

    private record Running(Shop shop, TraceReceiver collector) implements AutoCloseable {
        static Running start() {
            try {
                TraceReceiver collector = TraceReceiver.at(0);
                Shop shop =
                        new Shop(
                                Files.createTempDirectory("swiftcart-journeys"),
                                Map.of(
                                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                                        collector.endpoint(),
                                        "OTEL_EXPORTER_OTLP_PROTOCOL",
                                        "http/protobuf"));
                System.out.println("Journeys in " + shop.data() + ": its logs stay there");
                shop.upFresh();
                return new Running(shop, collector);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        @Override
        public void close() {
            if (shop.isRunning()) {
                shop.down();
            }
            collector.close();
            shop.deleteAllButLogs();
        }
    }
}
