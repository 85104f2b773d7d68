package io.swiftcart.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;

/** What {@code run.json} of a data directory says. */
public final class RunningShop {

    private final JsonNode run;

    private RunningShop(JsonNode run) {
        this.run = run;
    }

    /** The shop that runs in this directory; a failure if none does. */
    public static RunningShop in(Layout layout) {
        if (!Files.exists(layout.run())) {
            throw new StackFailure(
                    "SwiftCart is not running in "
                            + layout.root()
                            + ": start it with ./swiftcart up.");
        }
        try {
            return new RunningShop(new ObjectMapper().readTree(layout.run().toFile()));
        } catch (IOException e) {
            throw new StackFailure(
                    layout.run()
                            + " cannot be read ("
                            + e.getMessage()
                            + "): start SwiftCart again.",
                    e);
        }
    }

    public String gateway() {
        return run.path("gateway").asText();
    }

    public String issuer() {
        return run.path("identity").path("issuer").asText();
    }

    public String sandbox() {
        return run.path("paymentSandbox").path("url").asText();
    }

    public String sandboxKey() {
        return run.path("paymentSandbox").path("apiKey").asText();
    }
}
