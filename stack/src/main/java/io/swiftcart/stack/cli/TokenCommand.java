package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.client.Login;
import io.swiftcart.stack.client.RunningShop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token}: prints a bearer token and nothing else. */
@Command(name = "token", description = "Prints a bearer token of a demo user or client.")
final class TokenCommand implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(
            paramLabel = "USER",
            description = "alice, bob, manager, admin, or a client such as loadtest.")
    private String user = "";

    @Option(
            names = "--ttl",
            paramLabel = "SECONDS",
            description = "Life; negative for an expired token.")
    private @Nullable Long ttlSeconds;

    @Option(
            names = "--audience",
            paramLabel = "A",
            description = "Another audience, to see it refused.")
    private @Nullable String audience;

    @Option(
            names = "--issuer",
            paramLabel = "I",
            description = "Another issuer, to see it refused.")
    private @Nullable String issuer;

    @Override
    public Integer call() {
        Layout layout = data.layout();
        String address = RunningShop.in(layout).issuer();
        Map<String, String> members = new HashMap<>();
        if (ttlSeconds != null) {
            members.put("ttl", ttlSeconds.toString());
        }
        if (audience != null) {
            members.put("audience", audience);
        }
        if (issuer != null) {
            members.put("issuer", issuer);
        }
        System.out.println(new Login(address, Secrets.open(layout)).token(user, members));
        return 0;
    }
}
