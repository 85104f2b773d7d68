package io.swiftcart.platform.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredSettingsTest {

    /** Each service as it is, with nothing from the environment. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    account      | quarkus.datasource.password, swiftcart.encryption.current, \
                    swiftcart.encryption.keys.<current>, swiftcart.encryption.index-key
                    cart         | quarkus.redis.password
                    catalog      | quarkus.datasource.password
                    gateway      | quarkus.redis.password
                    inventory    | quarkus.datasource.password, quarkus.redis.password
                    notification | quarkus.datasource.password, quarkus.oidc-client.credentials.secret
                    order        | quarkus.datasource.password, quarkus.oidc-client.credentials.secret, \
                    swiftcart.encryption.current, swiftcart.encryption.keys.<current>
                    payment      | quarkus.datasource.password, swiftcart.payment.stripe.api-key, \
                    swiftcart.payment.stripe.webhook-secrets
                    """)
    void without_its_secrets_a_service_does_not_start(String service, String secrets)
            throws IOException {
        Map<String, String> settings = settingsOf(service);

        assertEquals(
                Optional.of(
                        "This service does not start without its secrets: set " + secrets + "."),
                RequiredSettings.refusal(with(settings)));

        for (String secret : List.of(secrets.split(", "))) {
            settings.put(secret, "said");
        }
        settings.put("swiftcart.encryption.keys.said", "said");
        assertEquals(Optional.empty(), RequiredSettings.refusal(with(settings)));
    }

    @Test
    void what_is_empty_is_missing_and_what_is_there_is_not_named() {
        assertEquals(
                Optional.of("This service does not start without its secrets: set b."),
                RequiredSettings.refusal(
                        with(Map.of("swiftcart.required-settings", "a,b", "a", "said", "b", " "))));
        assertEquals(Optional.empty(), RequiredSettings.refusal(with(Map.of())));
    }

    private static Map<String, String> settingsOf(String service) throws IOException {
        Properties properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(
                        Path.of("..", service, "src/main/resources/application.properties"))) {
            properties.load(file);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("swiftcart.") || name.contains("secret"))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static SmallRyeConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
