package io.swiftcart.stack.parts.kafka;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.parts.TlsDoor;
import io.swiftcart.stack.process.Jvm;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka broker. Its log lies in {@code DIR/kafka}; the cluster keeps its id from start to
 * start.
 */
public final class KafkaPart implements Part {

    private static final int HEAP_MEGABYTES = 256;
    private static final long FIRST_NIBBLE_CLEAR = 0x0FFF_FFFF_FFFF_FFFFL;

    private final Path data;
    private final Secrets secrets;
    private final int port;
    private final int controllerPort;
    private final @Nullable TlsDoor tls;

    public KafkaPart(Layout layout, Secrets secrets, int port, int controllerPort) {
        this(layout, secrets, port, controllerPort, null);
    }

    public KafkaPart(
            Layout layout, Secrets secrets, int port, int controllerPort, @Nullable TlsDoor tls) {
        this.data = layout.part("kafka");
        this.secrets = secrets;
        this.port = port;
        this.controllerPort = controllerPort;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    /** For the clients on this machine. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(data);
        Path storage = data.resolve("log");
        Path properties =
                Files.writeString(
                        data.resolve("server.properties"),
                        """
                        process.roles=broker,controller
                        node.id=1
                        controller.quorum.voters=1@127.0.0.1:%2$d
                        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%5$s
                        advertised.listeners=PLAINTEXT://127.0.0.1:%4$s%5$s
                        controller.listener.names=CONTROLLER
                        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL
                        log.dirs=%3$s
                        auto.create.topics.enable=false
                        num.partitions=4
                        default.replication.factor=1
                        min.insync.replicas=1
                        offsets.topic.replication.factor=1
                        offsets.topic.num.partitions=4
                        transaction.state.log.replication.factor=1
                        transaction.state.log.min.isr=1
                        transaction.state.log.num.partitions=2
                        share.coordinator.state.topic.replication.factor=1
                        share.coordinator.state.topic.min.isr=1
                        group.initial.rebalance.delay.ms=0
                        log.retention.hours=168
                        log.segment.bytes=67108864
                        log.cleaner.dedupe.buffer.size=8388608
                        num.network.threads=2
                        num.io.threads=4
                        controlled.shutdown.enable=false
                        %6$s"""
                                .formatted(
                                        port,
                                        controllerPort,
                                        storage,
                                        advertisedPort(),
                                        tls == null ? "" : ",SSL://127.0.0.1:" + tls.port(),
                                        tls == null ? "" : keyStore(tls)));
        List<String> options = List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        List<String> command = Jvm.main(HEAP_MEGABYTES, options, KafkaNode.class.getName());
        command.addAll(List.of(properties.toString(), storage.toString(), clusterId()));
        return Launch.of(command, data);
    }

    @Override
    public boolean ready() {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void prepare() {
        Topics.create(bootstrap());
    }

    @Override
    public String trouble(String lastWords) {
        return "Kafka cannot use the data in "
                + data
                + " ("
                + lastWords
                + "): put it back from a backup, or wipe everything with ./swiftcart up --fresh.";
    }

    /** Another port if {@code up} is told of a proxy in front: clients go where they are sent. */
    private String advertisedPort() {
        return System.getenv().getOrDefault("SWIFTCART_KAFKA_ADVERTISED_PORT", "" + port);
    }

    private static String keyStore(TlsDoor tls) {
        return """
               ssl.keystore.type=PEM
               ssl.keystore.location=%s
               """
                .formatted(tls.pem());
    }

    private String clusterId() {
        return clusterId(secrets.of("kafka.cluster"));
    }

    /**
     * The 16 bytes of a UUID in base64url; never with a dash in front, which Kafka's tool takes for
     * an option.
     */
    static String clusterId(String secret) {
        UUID id = UUID.nameUUIDFromBytes(secret.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(id.getMostSignificantBits() & FIRST_NIBBLE_CLEAR)
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
