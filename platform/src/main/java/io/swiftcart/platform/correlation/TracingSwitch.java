package io.swiftcart.platform.correlation;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Traces are on where somebody says where to send them, and off otherwise. The names that
 * OpenTelemetry gives its environment variables are understood beside those of Quarkus.
 */
public class TracingSwitch implements ConfigSourceFactory {
    private static final String OURS = "quarkus.";
    private static final String DISABLED = "otel.sdk.disabled";
    private static final List<String> ENDPOINTS =
            List.of("otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint");
    private static final List<String> STANDARD =
            List.of(
                    "otel.exporter.otlp.endpoint",
                    "otel.exporter.otlp.protocol",
                    "otel.exporter.otlp.headers",
                    "otel.exporter.otlp.traces.endpoint",
                    "otel.exporter.otlp.traces.protocol",
                    "otel.exporter.otlp.traces.headers",
                    "otel.resource.attributes",
                    "otel.traces.sampler.arg");

    /** Below all that an operator or a service says. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = new HashMap<>();
        STANDARD.forEach(
                name -> said(context, name).ifPresent(value -> settings.put(OURS + name, value)));
        boolean nowhere =
                ENDPOINTS.stream()
                        .noneMatch(
                                name ->
                                        settings.containsKey(OURS + name)
                                                || said(context, OURS + name).isPresent());
        settings.put(OURS + DISABLED, said(context, DISABLED).orElse(Boolean.toString(nowhere)));
        return List.of(new PropertiesConfigSource(settings, "tracing", ORDINAL));
    }

    /** Defaults of the framework, which has an endpoint for everybody, say nothing. */
    private static Optional<String> said(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return Optional.ofNullable(value)
                .filter(known -> known.getConfigSourceOrdinal() > 0)
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }
}
