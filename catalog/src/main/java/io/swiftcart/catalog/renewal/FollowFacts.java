package io.swiftcart.catalog.renewal;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.swiftcart.catalog.pages.PageCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Pages are kept only while this replica hears of what makes them old. Where it begins to listen is
 * settled before the first page is kept, and acknowledged, because a consumer without a position
 * would look as if it stood still.
 */
@ApplicationScoped
@Identifier("catalog-pages")
class FollowFacts implements KafkaConsumerRebalanceListener {
    private final PageCache pages;

    FollowFacts(PageCache pages) {
        this.pages = pages;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
        partitions.forEach(
                each -> beginnings.put(each, new OffsetAndMetadata(consumer.position(each))));
        consumer.commitSync(beginnings);
        partitions.forEach(each -> pages.follow(each.topic()));
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(each -> pages.lose(each.topic()));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }
}
