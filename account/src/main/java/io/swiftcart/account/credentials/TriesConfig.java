package io.swiftcart.account.credentials;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When a pair of login and address is locked: {@code swiftcart.account.tries.*}. */
@ConfigMapping(prefix = "swiftcart.account.tries")
interface TriesConfig {

    /** So many failures lock it. */
    int max();

    /** The time in which they count, and for which it is locked. */
    Duration window();
}
