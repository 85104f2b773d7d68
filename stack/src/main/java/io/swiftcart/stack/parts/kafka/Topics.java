package io.swiftcart.stack.parts.kafka;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * The topics of {@code /contracts/events/topics.json}, each with its dead letters and its replays
 * beside it.
 */
public final class Topics {

    private static final String LIST = "/contracts/events/topics.json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEAD_LETTER_DAYS_30 = "2592000000";

    private Topics() {}

    /** One topic of the list; {@code cleanupPolicy} absent means delete by age. */
    record Topic(String name, int partitions, @Nullable String cleanupPolicy) {
        NewTopic asNew() {
            return new NewTopic(name, partitions, (short) 1)
                    .configs(
                            cleanupPolicy == null
                                    ? Map.of()
                                    : Map.of("cleanup.policy", cleanupPolicy));
        }

        NewTopic replays() {
            return new NewTopic(name + ".replay", 1, (short) 1);
        }

        NewTopic deadLetters() {
            return new NewTopic(name + ".dlq", 1, (short) 1)
                    .configs(Map.of("retention.ms", DEAD_LETTER_DAYS_30));
        }
    }

    /** Creates what is missing; waits up to a minute for a broker that still starts. */
    public static void create(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis(),
                        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200);
        try (Admin admin = Admin.create(settings)) {
            Set<String> present =
                    admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing =
                    listed().stream()
                            .flatMap(
                                    topic ->
                                            Stream.of(
                                                    topic.asNew(),
                                                    topic.deadLetters(),
                                                    topic.replays()))
                            .filter(topic -> !present.contains(topic.name()))
                            .toList();
            admin.createTopics(missing).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IOException e) {
            throw new StackFailure("Kafka does not create the topics: " + e.getMessage() + ".", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Topic> listed() throws IOException {
        try (InputStream list = Topics.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new StackFailure(
                        "The contracts are not on the class path: build the module contracts.");
            }
            return new ObjectMapper().readValue(list, new TypeReference<List<Topic>>() {});
        }
    }
}
