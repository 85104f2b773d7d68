package io.swiftcart.cart.storage;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Settings {@code swiftcart.cart.lifetime.*}: how long a cart lives from its last change. */
@ConfigMapping(prefix = "swiftcart.cart.lifetime")
interface LifetimeConfig {
    Duration guest();

    Duration customer();
}
