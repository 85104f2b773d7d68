package io.swiftcart.account.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Set;

/** The machine clients, {@code swiftcart.account.clients.<id>.*}. */
@ConfigMapping(prefix = "swiftcart.account.clients")
interface ClientsConfig {

    @WithParentName
    Map<String, Client> all();

    /** One client. */
    interface Client {

        /** At least 128 random bits: nobody guesses it, so that no slow hash is needed. */
        String secret();

        /** All that it may ever have, with blanks in between. */
        @WithDefault(" ")
        String scopes();

        default Set<String> scopeSet() {
            return Scopes.parse(scopes());
        }
    }
}
