package io.swiftcart.things;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Ports;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.parts.kafka.KafkaPart;
import io.swiftcart.stack.parts.postgres.PostgresPart;
import io.swiftcart.stack.process.Child;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.process.ProcessTable;
import io.swiftcart.stack.process.Signals;
import io.swiftcart.stack.testing.Facts;
import io.swiftcart.stack.testing.StackTestResource;
import io.swiftcart.stack.testing.StoresOverTls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The real parts under the tests of this module, the topics of things, and outages. */
@QuarkusTestResource(
        value = Parts.Topics.class,
        initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,identity"))
public final class Parts {
    public static final String HAPPENED = "things.happened.v1";

    /**
     * Not in an application.properties: the folder of these tests can be on the class path of a
     * service's tests, where the settings would mix.
     */
    private static final Map<String, String> CHANNEL =
            Map.of(
                    "connector", "smallrye-kafka",
                    "topics", HAPPENED + "," + HAPPENED + ".replay",
                    "value.deserializer", ByteArrayDeserializer.class.getName(),
                    "group.id", "things",
                    "auto.offset.reset", "earliest",
                    "commit-strategy", "throttled",
                    "failure-strategy", "dead-letter-queue",
                    "dead-letter-queue.topic", HAPPENED + ".dlq");

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private Parts() {}

    /** Starts the parts and adds the topics. */
    public static final class Topics implements QuarkusTestResourceLifecycleManager {
        private final StackTestResource stack = new StackTestResource();

        @Override
        public void init(Map<String, String> initArgs) {
            stack.init(initArgs);
        }

        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = new HashMap<>(stack.start());
            CHANNEL.forEach(
                    (name, value) ->
                            configuration.put("mp.messaging.incoming.things." + name, value));
            configuration.put("swiftcart.consumers.look", "1s");
            configuration.put("swiftcart.consumers.patience", "4s");
            configuration.put(
                    "quarkus.rest-client.things.url", "http://localhost:${quarkus.http.test-port}");
            create(Facts.broker());
            URI database =
                    URI.create(
                            configuration
                                    .getOrDefault("quarkus.datasource.reactive.url", "")
                                    .replace("postgresql:", "http:"));
            System.setProperty("things.postgres.port", Integer.toString(database.getPort()));
            configuration.putAll(NeighbourOverTls.start());
            return configuration;
        }

        @Override
        public void stop() {}

        private static void create(String bootstrap) {
            System.setProperty(
                    "things.kafka.port", bootstrap.substring(bootstrap.indexOf(':') + 1));
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                var present = admin.listTopics().names().get();
                admin.createTopics(
                                List.of(HAPPENED, HAPPENED + ".dlq", HAPPENED + ".replay").stream()
                                        .filter(topic -> !present.contains(topic))
                                        .map(topic -> new NewTopic(topic, 2, (short) 1))
                                        .toList())
                        .all()
                        .get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("no topics", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes the broker away for as long as {@code meanwhile} runs. */
    public static void withoutKafka(Runnable meanwhile) {
        Layout layout = layout();
        Ports ports = Ports.free(layout);
        int port = Integer.getInteger("things.kafka.port");
        without(
                new KafkaPart(
                        layout,
                        Secrets.open(layout),
                        port,
                        ports.of("kafka.other"),
                        StoresOverTls.kafkaDoor()),
                "KILL",
                meanwhile);
    }

    /** Takes the database away for as long as {@code meanwhile} runs. */
    public static void withoutPostgres(Runnable meanwhile) {
        Layout layout = layout();
        int port = Integer.getInteger("things.postgres.port");
        without(
                new PostgresPart(layout, Secrets.open(layout), port, List.of(), false),
                "QUIT",
                meanwhile);
    }

    private static void without(Part part, String signal, Runnable meanwhile) {
        Layout layout = layout();
        String key = "things.pid." + part.name();
        Long restarted = Long.getLong(key);
        long pid =
                restarted != null
                        ? restarted
                        : ProcessTable.of(layout).stored().get(part.name()).pid();
        Signals.stop(ProcessHandle.of(pid).orElseThrow(), signal, STOP);
        try {
            meanwhile.run();
        } finally {
            Child child = Child.start(part, layout);
            System.setProperty(key, Long.toString(child.pid()));
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().unstarted(() -> child.stop(STOP)));
            child.awaitReady(START);
        }
    }

    private static Layout layout() {
        return new Layout(Path.of(System.getProperty("swiftcart.stack.DIRECTORY")));
    }
}
