package io.swiftcart.gateway;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the services are spoken to: in clear, or over TLS when {@code
 * swiftcart.gateway.tls-configuration-name} names the settings {@code quarkus.tls.<name>.*} for it.
 * A service must then prove that it is the host in {@code swiftcart.<service>.addresses}.
 */
@Singleton
public class ServiceTls {
    private final Optional<TlsConfiguration> configuration;

    ServiceTls(
            TlsConfigurationRegistry registry,
            @ConfigProperty(name = "swiftcart.gateway.tls-configuration-name")
                    Optional<String> name) {
        this.configuration = name.map(wanted -> named(registry, wanted));
    }

    private static TlsConfiguration named(TlsConfigurationRegistry registry, String name) {
        return registry.get(name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "There are no settings quarkus.tls." + name));
    }

    /** The same options, with what TLS needs. */
    public HttpClientOptions on(HttpClientOptions options) {
        configuration.ifPresent(tls -> TlsConfigUtils.configure(options.setSsl(true), tls));
        return options;
    }

    /** For absolute addresses. */
    public String scheme() {
        return configuration.isPresent() ? "https" : "http";
    }
}
