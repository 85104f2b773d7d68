package io.swiftcart.order.products;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.swiftcart.order.pricing.Products;
import io.swiftcart.platform.inbox.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Keeps the local view of products in step with the catalogue. */
@ApplicationScoped
class ProductListener {
    private static final Logger LOG = Logger.getLogger(ProductListener.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Consumption consumption;
    private final Products products;

    ProductListener(Consumption consumption, Products products) {
        this.consumption = consumption;
        this.products = products;
    }

    @Incoming("catalog-products")
    Uni<Void> on(Message<byte[]> message) {
        return message.getPayload() == null
                ? forget(message)
                : consumption.of(message, ProductChanged.class, this::keep);
    }

    /** A tombstone: the SKU is gone for good. Only a database that is away can hinder this. */
    private Uni<Void> forget(Message<byte[]> tombstone) {
        String sku =
                tombstone
                        .getMetadata(IncomingKafkaRecordMetadata.class)
                        .map(record -> String.valueOf(record.getKey()))
                        .orElseThrow();
        return products.forget(sku)
                .onFailure()
                .invoke(failure -> LOG.warnf("The tombstone of %s waits: %s", sku, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(() -> Uni.createFrom().completionStage(tombstone::ack));
    }

    private Uni<Void> keep(ProductChanged fact) {
        return products.keep(fact.product().toDomain(), fact.product().version());
    }
}
