package io.swiftcart.gateway.load;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Lets Vert.x look for blocked threads all the time, not once a second. */
@Singleton
class TightWatch implements VertxOptionsCustomizer {

    @Override
    public void accept(VertxOptions options) {
        options.setBlockedThreadCheckInterval(10)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS);
    }
}
