package io.swiftcart.account;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.swiftcart.stack.testing.FreePort;
import java.util.Map;

/** Makes the service its own issuer, at an address that is known before it starts. */
public class OwnIssuer implements QuarkusTestResourceLifecycleManager {
    static final String DEMO_PASSWORD = "demo-password";
    static final String SECRET = "secret-of-128-random-bits";

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(FreePort.any());
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", port),
                // Meters of a server have the label of its port only when that is known before.
                Map.entry("quarkus.management.test-port", Integer.toString(FreePort.any())),
                Map.entry("quarkus.oidc.auth-server-url", "http://localhost:" + port),
                Map.entry("swiftcart.account.keys.lead", "2s"),
                Map.entry("quarkus.oidc.token.forced-jwk-refresh-interval", "1s"),
                Map.entry("swiftcart.account.trusted-gateways", "127.0.0.1"),
                Map.entry("swiftcart.account.clients.loadtest.secret", SECRET),
                Map.entry("swiftcart.account.clients.loadtest.scopes", "orders:write orders:read"),
                Map.entry("swiftcart.account.demo.users.admin.password", DEMO_PASSWORD),
                Map.entry("swiftcart.account.demo.users.admin.name", "Adam Admin"),
                Map.entry("swiftcart.account.demo.users.admin.roles", "admin,manager"));
    }

    @Override
    public void stop() {}
}
