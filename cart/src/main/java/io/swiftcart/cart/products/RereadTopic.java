package io.swiftcart.cart.products;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.swiftcart.cart.storage.ProductStore;
import io.swiftcart.platform.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks whether the store knows that the view was read from the partitions this replica has. A
 * store that was lost knows none, and then they are read again from their beginning: the topic is
 * compacted and holds the state of every product.
 *
 * <p>The position goes back before the store is told, so that a crash in between repeats it.
 */
@ApplicationScoped
class RereadTopic {
    private static final Logger LOG = Logger.getLogger(RereadTopic.class);
    private static final String CHANNEL = "catalog-products";

    private final KafkaClientService kafka;
    private final ProductStore products;

    RereadTopic(KafkaClientService kafka, ProductStore products) {
        this.kafka = kafka;
        this.products = products;
    }

    @Scheduled(
            every = "${swiftcart.cart.products.look}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        List<KafkaConsumer<Object, Object>> consumers = kafka.getConsumers(CHANNEL);
        return Multi.createFrom()
                .iterable(consumers)
                .onItem()
                .transformToUniAndConcatenate(this::lookAt)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure(Faults::away)
                .recoverWithNull();
    }

    private Uni<Void> lookAt(KafkaConsumer<Object, Object> consumer) {
        return consumer.getAssignments()
                .chain(assigned -> unread(assigned))
                .chain(
                        unread ->
                                unread.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : reread(consumer, unread));
    }

    private Uni<Set<TopicPartition>> unread(Set<TopicPartition> assigned) {
        Set<String> names =
                assigned.stream().map(TopicPartition::toString).collect(Collectors.toSet());
        return products.unread(names)
                .map(
                        unread ->
                                assigned.stream()
                                        .filter(each -> unread.contains(each.toString()))
                                        .collect(Collectors.toSet()));
    }

    private Uni<Void> reread(KafkaConsumer<Object, Object> consumer, Set<TopicPartition> parts) {
        LOG.infof("The view of products is not known to hold %s, which are read again", parts);
        return consumer.runOnPollingThread(
                        client -> {
                            return goBack(client, parts);
                        })
                .chain(
                        gone ->
                                products.noteRead(
                                        gone.stream().map(TopicPartition::toString).toList()));
    }

    private static Set<TopicPartition> goBack(
            Consumer<Object, Object> client, Set<TopicPartition> parts) {
        Map<TopicPartition, Long> begins = client.beginningOffsets(parts);
        begins.forEach(client::seek);
        client.commitSync(
                begins.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        begin -> new OffsetAndMetadata(begin.getValue()))));
        return parts;
    }
}
