package io.swiftcart.stack.demo;

import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The order service's own copy of products and prices, seen from outside: how far it has read
 * {@code catalog.products.v1}.
 */
final class PriceView {

    private static final String TOPIC = "catalog.products.v1";
    private static final String GROUP = "order";
    private static final int PATIENCE_SECONDS = 10;

    private final String bootstrap;

    PriceView(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Waits until at least {@code facts} were published and the order service has read all there
     * are.
     */
    void awaitCaughtUp(int facts, Duration atMost) {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(settings)) {
            if (!Poll.until(atMost, () -> caughtUp(admin, facts))) {
                throw new StackFailure(
                        "The order service has not read all products after "
                                + atMost.toSeconds()
                                + " s: see ./swiftcart logs order and ./swiftcart logs catalog.");
            }
        }
    }

    private static boolean caughtUp(Admin admin, int facts) {
        try {
            Map<TopicPartition, Long> ends = ends(admin);
            long published = ends.values().stream().mapToLong(Long::longValue).sum();
            Map<TopicPartition, @Nullable OffsetAndMetadata> read =
                    admin.listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return published >= facts
                    && ends.entrySet().stream()
                            .allMatch(
                                    end ->
                                            end.getValue() == 0
                                                    || position(read.get(end.getKey()))
                                                            >= end.getValue());
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest =
                admin
                        .describeTopics(List.of(TOPIC))
                        .allTopicNames()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .values()
                        .stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .collect(
                                Collectors.toMap(
                                        info -> new TopicPartition(TOPIC, info.partition()),
                                        _ -> OffsetSpec.latest()));
        return admin
                .listOffsets(latest)
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static long position(@Nullable OffsetAndMetadata read) {
        return read == null ? -1 : read.offset();
    }
}
