package io.swiftcart.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Watches how far consumers are behind and whether they get on, by what the broker knows: a
 * partition that holds more than is acknowledged, and whose position does not move, is not being
 * consumed, whatever the reason. A broker that cannot be asked says nothing about a consumer.
 */
@ApplicationScoped
class ConsumerProgress {
    private static final Duration ASKING = Duration.ofSeconds(5);

    /** Three questions to the broker; whoever needs longer hangs. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    private final KafkaClientService kafka;
    private final Clock clock;
    private final Duration patience;
    private final LagGauges gauges;
    private final Map<String, Place> standing = new ConcurrentHashMap<>();

    /** Where a partition stands, and since when. */
    private record Place(long position, Instant since) {}

    /** A partition: what is acknowledged of it, and how much it holds beyond that. */
    private record Backlog(TopicPartition partition, long position, long facts) {}

    ConsumerProgress(
            KafkaClientService kafka,
            Clock clock,
            LagGauges gauges,
            @ConfigProperty(name = "swiftcart.consumers.patience", defaultValue = "5m")
                    Duration patience) {
        this.kafka = kafka;
        this.clock = clock;
        this.gauges = gauges;
        this.patience = patience;
    }

    /** The partitions that have stood still for too long, by channel. */
    List<String> stuck() {
        Instant limit = clock.instant().minus(patience);
        return standing.entrySet().stream()
                .filter(place -> place.getValue().since().isBefore(limit))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Scheduled(
            every = "${swiftcart.consumers.look:30s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Multi.createFrom()
                .iterable(kafka.getConsumerChannels())
                .onItem()
                .transformToUniAndConcatenate(this::lookAt)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> lookAt(String channel) {
        return Multi.createFrom()
                .iterable(kafka.getConsumers(channel))
                .onItem()
                .transformToUniAndConcatenate(ConsumerProgress::backlogs)
                .collect()
                .in(ArrayList<Backlog>::new, List::addAll)
                .invoke(backlogs -> note(channel, backlogs))
                .replaceWithVoid()
                .onFailure(org.apache.kafka.common.errors.TimeoutException.class)
                .invoke(() -> forget(channel))
                .onFailure(org.apache.kafka.common.errors.TimeoutException.class)
                .recoverWithNull()
                .onFailure()
                .invoke(() -> noteSilence(channel))
                .onFailure()
                .recoverWithNull();
    }

    /** Asked on the thread that polls: where that hangs, there is no answer. */
    private static Uni<List<Backlog>> backlogs(KafkaConsumer<Object, Object> consumer) {
        return consumer.runOnPollingThread(ConsumerProgress::ask)
                .ifNoItem()
                .after(ANSWERING)
                .fail();
    }

    private static List<Backlog> ask(Consumer<Object, Object> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, ASKING);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(assigned, ASKING);
        Map<TopicPartition, OffsetAndMetadata> acknowledged = consumer.committed(assigned, ASKING);
        return assigned.stream()
                .map(
                        partition -> {
                            OffsetAndMetadata known = acknowledged.get(partition);
                            long begin = begins.getOrDefault(partition, 0L);
                            long position = known == null ? begin : Math.max(begin, known.offset());
                            long facts = ends.getOrDefault(partition, 0L) - position;
                            return new Backlog(partition, position, Math.max(facts, 0));
                        })
                .toList();
    }

    private void note(String channel, List<Backlog> backlogs) {
        gauges.show(
                channel,
                backlogs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        backlog -> backlog.partition().topic(),
                                        Collectors.summingLong(Backlog::facts))));
        Map<String, Long> behind =
                backlogs.stream()
                        .filter(backlog -> backlog.facts() > 0)
                        .collect(
                                Collectors.toMap(
                                        backlog -> backlog.partition().toString(),
                                        Backlog::position));
        String ofChannel = channel + ": ";
        standing.keySet()
                .removeIf(
                        name ->
                                name.startsWith(ofChannel)
                                        && !behind.containsKey(name.substring(ofChannel.length())));
        behind.forEach(
                (partition, position) ->
                        standing.compute(
                                ofChannel + partition,
                                (_, former) ->
                                        former != null && former.position() == position
                                                ? former
                                                : new Place(position, clock.instant())));
    }

    /** Nobody can get on while the broker is away: the time begins anew when it is back. */
    private void forget(String channel) {
        standing.keySet().removeIf(name -> name.startsWith(channel + ": "));
    }

    private void noteSilence(String channel) {
        standing.putIfAbsent(channel + ": no answer", new Place(0, clock.instant()));
    }
}
