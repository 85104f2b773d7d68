package io.swiftcart.platform.lifecycle;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Keeps a service from starting without its secrets. {@code swiftcart.required-settings} of its
 * application.properties names them; none has a default outside development. Whoever starts it in
 * development ({@code swiftcart.development=true}) and every test may leave some out.
 */
@Singleton
class RequiredSettings {
    private static final int FIRST = 0;
    private static final String NAMES = "swiftcart.required-settings";

    private final Config config;

    RequiredSettings(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(FIRST) StartupEvent starting) {
        boolean development =
                config.getOptionalValue("swiftcart.development", Boolean.class).orElse(false);
        if (LaunchMode.current() == LaunchMode.NORMAL && !development) {
            refusal(config)
                    .ifPresent(
                            sentence -> {
                                throw new ConfigurationException(sentence);
                            });
        }
    }

    /** One sentence that names all that is missing. */
    static Optional<String> refusal(Config config) {
        List<String> missing =
                config.getOptionalValues(NAMES, String.class).orElse(List.of()).stream()
                        .filter(name -> isMissing(config, name))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "This service does not start without its secrets: set "
                                + String.join(", ", missing)
                                + ".");
    }

    private static boolean isMissing(Config config, String name) {
        return config.getOptionalValue(name, String.class)
                .filter(value -> !value.isBlank())
                .isEmpty();
    }
}
