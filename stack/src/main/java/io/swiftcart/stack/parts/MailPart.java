package io.swiftcart.stack.parts;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.process.Health;
import io.swiftcart.stack.process.Jvm;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The mail sink: takes every mail by SMTP and shows it by REST, {@code GET
 * /api/user/{address}/messages}. Mails live in its memory only.
 */
public final class MailPart implements Part {

    /** Room for some 120,000 mails of the shop; only what they need is taken. */
    private static final int HEAP_MEGABYTES = 1024;

    private final Path directory;
    private final int smtpPort;
    private final int apiPort;

    public MailPart(Layout layout, int smtpPort, int apiPort) {
        this.directory = layout.part("mail");
        this.smtpPort = smtpPort;
        this.apiPort = apiPort;
    }

    @Override
    public String name() {
        return "mail";
    }

    /** Where mails are read. */
    @Override
    public String address() {
        return "http://localhost:" + apiPort;
    }

    public String smtp() {
        return "localhost:" + smtpPort;
    }

    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(directory);
        List<String> options =
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Dgreenmail.auth.disabled",
                        "-Dgreenmail.smtp.hostname=127.0.0.1",
                        "-Dgreenmail.smtp.port=" + smtpPort,
                        "-Dgreenmail.api.hostname=127.0.0.1",
                        "-Dgreenmail.api.port=" + apiPort);
        return Launch.of(Jvm.jar(HEAP_MEGABYTES, options, Binaries.greenMail()), directory);
    }

    @Override
    public boolean ready() {
        return Health.answers(address() + "/api/service/readiness");
    }
}
