package io.swiftcart.stack.parts;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.process.Health;
import io.swiftcart.stack.process.Jvm;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import io.swiftcart.stack.sandbox.SandboxMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payment sandbox, which speaks Stripe's HTTP API; its ledger lies in {@code
 * DIR/paymentSandbox}.
 */
public final class SandboxPart implements Part {

    /** Room for some 400,000 charges; only what they need is taken. */
    private static final int HEAP_MEGABYTES = 512;

    private final Path data;
    private final Secrets secrets;
    private final int port;
    private final @Nullable String webhookUrl;

    /** {@code webhookUrl}: where events are told; null for nowhere. */
    public SandboxPart(Layout layout, Secrets secrets, int port, @Nullable String webhookUrl) {
        this.data = layout.part("paymentSandbox");
        this.secrets = secrets;
        this.port = port;
        this.webhookUrl = webhookUrl;
    }

    @Override
    public String name() {
        return "paymentSandbox";
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    public String apiKey() {
        return secrets.of("sandbox.api-key", "sk_test_");
    }

    public String webhookSecret() {
        return secrets.of("sandbox.webhook-secret", "whsec_");
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(data);
        List<String> command = Jvm.main(HEAP_MEGABYTES, List.of(), SandboxMain.class.getName());
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of("--api-key", apiKey(), "--webhook-secret", webhookSecret()));
        if (webhookUrl != null) {
            command.addAll(List.of("--webhook-url", webhookUrl));
        }
        return Launch.of(command, data);
    }

    @Override
    public boolean ready() {
        return Health.answers(address() + "/health");
    }
}
