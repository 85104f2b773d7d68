package io.swiftcart.stack.sandbox;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox needs to start. Port 0 takes any free one; without a webhook address no event is
 * told. The string form shows no secret.
 */
public record SandboxOptions(
        int port, Path data, String apiKey, String webhookSecret, @Nullable URI webhookUrl) {

    @Override
    public String toString() {
        return "SandboxOptions[port="
                + port
                + ", data="
                + data
                + ", webhookUrl="
                + webhookUrl
                + "]";
    }
}
