package io.swiftcart.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantsTest {
    private static final Path DEFAULTS =
            Path.of("src/main/resources/META-INF/microprofile-config.properties");

    /** {@code QUARKUS_OIDC_CLIENT_…} is {@code quarkus.oidc-client.…} and quarkus.oidc.client.… */
    @Test
    void the_login_of_a_service_is_no_second_provider() throws IOException {
        Map<String, OidcTenantConfig> tenants =
                tenants(
                        Map.of(
                                "QUARKUS_OIDC_AUTH_SERVER_URL", "https://identity",
                                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", "https://identity",
                                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "order",
                                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "secret"));

        OidcTenantConfig trap = tenants.get("client");
        assertEquals(Optional.of("https://identity"), trap.authServerUrl());
        assertFalse(trap.tenantEnabled());
        assertTrue(tenants.get(OidcConfig.DEFAULT_TENANT_KEY).tenantEnabled());
    }

    private static Map<String, OidcTenantConfig> tenants(Map<String, String> environment)
            throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(
                        new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(DEFAULTS.toUri().toURL(), 100))
                .withMapping(OidcConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(OidcConfig.class)
                .namedTenants();
    }
}
