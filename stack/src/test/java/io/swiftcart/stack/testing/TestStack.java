package io.swiftcart.stack.testing;

import io.swiftcart.stack.Directories;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Ports;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.identity.IdentityIssuer;
import io.swiftcart.stack.parts.MailPart;
import io.swiftcart.stack.parts.RedisPart;
import io.swiftcart.stack.parts.SandboxPart;
import io.swiftcart.stack.parts.TlsDoor;
import io.swiftcart.stack.parts.kafka.KafkaPart;
import io.swiftcart.stack.parts.postgres.PostgresPart;
import io.swiftcart.stack.process.Child;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The parts of one test JVM, in {@code target/stack/<pid>}. Each starts when it is first asked for
 * and ends with the JVM; what a killed JVM left behind is stopped and removed by the next one.
 */
final class TestStack {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Layout layout;
    private final Secrets secrets;
    private final Ports ports;
    private final ProcessTable table;

    private TestStack(Layout layout) {
        this.layout = layout;
        this.secrets = Secrets.open(layout);
        this.ports = Ports.free(layout);
        this.table = ProcessTable.of(layout);
    }

    /** The stack of this JVM. */
    static TestStack open() throws IOException {
        if (!Handover.DIRECTORY.present()) {
            Path all = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
            removeLeftovers(all);
            Path own =
                    Files.createDirectories(
                            all.resolve(Long.toString(ProcessHandle.current().pid())));
            Handover.DIRECTORY.put(own.toString());
        }
        return new TestStack(new Layout(Path.of(Handover.DIRECTORY.value())));
    }

    Secrets secrets() {
        return secrets;
    }

    PostgresPart postgres() {
        boolean known = Handover.POSTGRES_PORT.present();
        int port = known ? Integer.parseInt(Handover.POSTGRES_PORT.value()) : ports.of("postgres");
        PostgresPart postgres = new PostgresPart(layout, secrets, port, List.of(), false);
        if (!known) {
            run(postgres);
            Handover.POSTGRES_PORT.put(Integer.toString(port));
            StoresOverTls.turnOnPostgres();
        }
        return postgres;
    }

    void redis() {
        once(
                Handover.REDIS,
                () -> {
                    int port = ports.of("redis");
                    TlsDoor tls = tlsDoor("redis.tls");
                    run(new RedisPart(layout, port, tls));
                    Handover.REDIS_TLS_PORT.put(Integer.toString(tls.port()));
                    return "redis://127.0.0.1:" + port;
                });
    }

    void kafka() {
        once(
                Handover.KAFKA,
                () -> {
                    TlsDoor tls = tlsDoor("kafka.tls");
                    KafkaPart kafka =
                            new KafkaPart(
                                    layout,
                                    secrets,
                                    ports.of("kafka"),
                                    ports.of("kafka.controller"),
                                    tls);
                    run(kafka);
                    Handover.KAFKA_TLS_PORT.put(Integer.toString(tls.port()));
                    return kafka.bootstrap();
                });
    }

    @SuppressWarnings("resource") // Lives as long as the JVM.
    void identity() {
        once(Handover.ISSUER, () -> IdentityIssuer.start(layout, secrets, 0).issuer());
    }

    void mail() {
        once(
                Handover.MAIL_API,
                () -> {
                    MailPart mail =
                            new MailPart(layout, ports.of("mail.smtp"), ports.of("mail.api"));
                    run(mail);
                    Handover.MAIL_SMTP_PORT.put(Integer.toString(mail.smtpPort()));
                    return mail.address();
                });
    }

    void sandbox() {
        once(
                Handover.SANDBOX_URL,
                () -> {
                    SandboxPart sandbox =
                            new SandboxPart(layout, secrets, ports.of("sandbox"), null);
                    run(sandbox);
                    Handover.SANDBOX_API_KEY.put(sandbox.apiKey());
                    Handover.SANDBOX_WEBHOOK_SECRET.put(sandbox.webhookSecret());
                    return sandbox.address();
                });
    }

    private TlsDoor tlsDoor(String port) {
        return new TlsDoor(ports.of(port), StoresOverTls.certificate().pem());
    }

    private static void once(Handover what, Supplier<String> start) {
        if (!what.present()) {
            what.put(start.get());
        }
    }

    private void run(Part part) {
        Child child = Child.start(part, layout);
        table.started(child);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> child.stop(STOP)));
        child.awaitReady(START);
    }

    private static void removeLeftovers(Path all) throws IOException {
        List<Path> directories;
        try (Stream<Path> listed = Files.list(all)) {
            directories = new ArrayList<>(listed.filter(Files::isDirectory).toList());
        }
        for (Path directory : directories) {
            if (ownerIsGone(directory)) {
                try {
                    ProcessTable.of(new Layout(directory)).stopLeftovers();
                    Directories.delete(directory);
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
    }

    private static boolean ownerIsGone(Path directory) {
        try {
            return ProcessHandle.of(Long.parseLong(directory.getFileName().toString())).isEmpty();
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
