package io.swiftcart.stack.sandbox;

import io.swiftcart.stack.sandbox.ledger.DamagedLedger;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the payment sandbox until it is stopped. Prints one line when it answers; a failure to start
 * is one sentence on standard error and exit code 1 (2 for wrong options).
 */
public final class SandboxMain {

    private static final String USAGE =
            "usage: SandboxMain --port N --data DIR --api-key KEY --webhook-secret SECRET"
                    + " [--webhook-url URL]";
    private static final Set<String> NAMES =
            Set.of("--port", "--data", "--api-key", "--webhook-secret", "--webhook-url");

    private SandboxMain() {}

    public static void main(String[] args) {
        int exit = run(args, System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        SandboxOptions options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try {
            PaymentSandbox sandbox = PaymentSandbox.start(options);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
            out.println("The payment sandbox answers at " + sandbox.url());
            return 0;
        } catch (DamagedLedger e) {
            err.println(e.getMessage());
        } catch (IOException e) {
            err.println("Port " + options.port() + " cannot be opened: " + e.getMessage());
        }
        return 1;
    }

    private static SandboxOptions options(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "Option " + args[i] + " is unknown or has no value.");
            }
            given.put(args[i], args[i + 1]);
        }
        String webhookUrl = given.get("--webhook-url");
        return new SandboxOptions(
                port(given.get("--port")),
                Path.of(required(given, "--data")),
                required(given, "--api-key"),
                required(given, "--webhook-secret"),
                webhookUrl == null ? null : URI.create(webhookUrl));
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Option " + name + " is missing.");
        }
        return value;
    }

    private static int port(@Nullable String value) {
        try {
            int port = value == null ? -1 : Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Answered below, as a number out of range is.
        }
        throw new IllegalArgumentException("Option --port needs a number from 0 to 65535.");
    }
}
