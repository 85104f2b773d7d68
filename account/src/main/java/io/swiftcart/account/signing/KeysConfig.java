package io.swiftcart.account.signing;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When signing keys are replaced: {@code swiftcart.account.keys.*}. */
@ConfigMapping(prefix = "swiftcart.account.keys")
interface KeysConfig {

    /** How long a key signs. */
    Duration life();

    /**
     * How long a key is published before it signs; longer than {@code
     * quarkus.oidc.token.forced-jwk-refresh-interval} of whoever verifies tokens.
     */
    Duration lead();

    /** How often it is looked whether it has become too old. */
    Duration look();
}
