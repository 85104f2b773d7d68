package io.swiftcart.stack.cli;

import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Background;
import io.swiftcart.stack.process.Poll;
import io.swiftcart.stack.services.Form;
import io.swiftcart.stack.services.Service;
import io.swiftcart.stack.supervision.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the supervisor as a process of its own, and waits until it has said that all is ready. */
final class Detached {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Layout layout;

    Detached(Layout layout) {
        this.layout = layout;
    }

    /** The exit code of {@code up}; the words of a supervisor that fails are passed on. */
    int start(Startup.Wishes wishes, boolean noDemo) {
        try {
            Background supervisor =
                    Background.start(SwiftCart.class, arguments(wishes, noDemo), layout);
            boolean settled =
                    Poll.until(
                            PATIENCE,
                            () ->
                                    !supervisor.alive()
                                            || Files.exists(layout.summary())
                                                    && supervisor.owns(layout));
            if (supervisor.alive() && settled) {
                System.out.println(Files.readString(layout.summary()));
                return 0;
            }
            supervisor.stop();
            throw new StackFailure(supervisor.lastWords());
        } catch (IOException e) {
            throw new StackFailure(
                    "The data directory "
                            + layout.root()
                            + " cannot be used ("
                            + e
                            + "): choose another one with --data.",
                    e);
        }
    }

    private List<String> arguments(Startup.Wishes wishes, boolean noDemo) {
        List<String> arguments = new ArrayList<>(List.of("up", "--data", layout.root().toString()));
        arguments.addAll(List.of("--port", Integer.toString(wishes.shop().gatewayPort())));
        arguments.addAll(List.of("--bare-ports", Integer.toString(wishes.basePort())));
        for (Map.Entry<Service, Integer> count : wishes.shop().replicas().entrySet()) {
            arguments.addAll(List.of("--replicas", count.getKey().id() + "=" + count.getValue()));
        }
        if (wishes.fresh()) {
            arguments.add("--fresh");
        }
        if (wishes.shop().form() == Form.NATIVE) {
            arguments.add("--native");
        }
        if (noDemo) {
            arguments.add("--no-demo");
        }
        return arguments;
    }
}
