package io.swiftcart.gateway.health;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.Services;
import io.swiftcart.gateway.health.ShopHealth.ServiceHealth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Asks every replica of every service whether it is ready; the answer serves for a second. */
@Singleton
class Readiness {
    private static final Duration SERVES_FOR = Duration.ofSeconds(1);
    private static final int WAIT_MILLIS = 1_500;

    private final Config config;
    private final HttpClient client;
    private final Uni<ShopHealth> health;

    Readiness(Vertx vertx, Config config) {
        this.config = config;
        this.client =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(WAIT_MILLIS));
        this.health = Uni.createFrom().deferred(this::ask).memoize().forFixedDuration(SERVES_FOR);
    }

    Uni<ShopHealth> ofAll() {
        return health;
    }

    private Uni<ShopHealth> ask() {
        Map<String, ServiceHealth> found = new TreeMap<>();
        return Multi.createFrom()
                .iterable(Services.ALL)
                .onItem()
                .transformToUniAndMerge(
                        service -> anyReady(service).invoke(ready -> note(found, service, ready)))
                .collect()
                .last()
                .map(_ -> ShopHealth.of(found));
    }

    private static void note(Map<String, ServiceHealth> found, String service, boolean ready) {
        synchronized (found) {
            found.put(service, ServiceHealth.of(ready));
        }
    }

    private Uni<Boolean> anyReady(String service) {
        List<String> replicas =
                config.getValues("swiftcart." + service + ".management", String.class);
        return Multi.createFrom()
                .iterable(replicas)
                .onItem()
                .transformToUniAndMerge(this::ready)
                .filter(ready -> ready)
                .collect()
                .first()
                .map(first -> first != null);
    }

    private Uni<Boolean> ready(String address) {
        RequestOptions request =
                new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI("http://" + address + "/q/health/ready")
                        .setTimeout(WAIT_MILLIS);
        return client.request(request)
                .chain(asked -> asked.send())
                .map(answer -> answer.statusCode() == 200)
                .onFailure()
                .recoverWithItem(false);
    }
}
