package io.swiftcart.stack.cli;

import io.swiftcart.stack.AtomicFile;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Login;
import io.swiftcart.stack.demo.DemoLoader;
import io.swiftcart.stack.services.Form;
import io.swiftcart.stack.services.Service;
import io.swiftcart.stack.services.Shop;
import io.swiftcart.stack.supervision.Startup;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code up}: starts the shop and keeps it alive until it is told to stop. */
@Command(
        name = "up",
        description =
                "Starts everything, loads demo data and keeps it running until Ctrl-C or down.")
final class UpCommand implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Option(names = "--fresh", description = "Wipe the data first.")
    private boolean fresh;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The gateway's port (default: 8080).")
    private int port;

    @Option(
            names = "--replicas",
            split = ",",
            paramLabel = "SERVICE=N",
            description = "Several processes of a service, such as order=2.")
    private Map<String, Integer> replicas = new LinkedHashMap<>();

    @Option(names = "--no-demo", description = "Start with an empty shop.")
    private boolean noDemo;

    @Option(names = "--detach", description = "Return when all is ready; stop with down.")
    private boolean detach;

    @Option(
            names = "--bare-ports",
            paramLabel = "BASE",
            defaultValue = "0",
            description = "Count all ports but the gateway's up from BASE (default: free ones).")
    private int basePort;

    @Option(names = "--native", description = "Run the services as native executables.")
    private boolean nativeImages;

    @Override
    public Integer call() {
        Layout layout = data.layout();
        Startup.Wishes wishes =
                new Startup.Wishes(
                        new Shop.Wishes(
                                DataOption.checkout(),
                                port,
                                replicas(),
                                nativeImages ? Form.NATIVE : Form.JVM),
                        basePort,
                        fresh);
        return detach ? new Detached(layout).start(wishes, noDemo) : supervise(layout, wishes);
    }

    private Integer supervise(Layout layout, Startup.Wishes wishes) {
        PrintStream out = System.out;
        Startup startup = new Startup(layout, out);
        Thread stopping = Thread.ofPlatform().unstarted(startup::stop);
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            Shop shop = startup.begin(wishes);
            Secrets secrets = Secrets.open(layout);
            if (!noDemo) {
                new DemoLoader(layout, shop.gateway(), new Login(shop.issuer(), secrets), out)
                        .load(shop.kafka().bootstrap());
            }
            startup.announce();
            String summary = new Summary(shop, secrets, layout).text();
            out.println(summary);
            AtomicFile.write(layout.summary(), summary);
        } catch (StackFailure | IOException e) {
            if (!startup.stopping()) {
                startup.stop();
                throw e instanceof StackFailure known
                        ? known
                        : new StackFailure(
                                "The data directory cannot be written: "
                                        + e.getMessage()
                                        + "; free some space.",
                                e);
            }
        }
        untilSignalled();
        return 0;
    }

    /** A signal ends the JVM, and its hook stops the shop. */
    private static void untilSignalled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<Service, Integer> replicas() {
        Map<Service, Integer> counts = new EnumMap<>(Service.class);
        replicas.forEach(
                (name, count) -> {
                    Service service =
                            Service.of(name)
                                    .orElseThrow(
                                            () ->
                                                    new StackFailure(
                                                            "There is no service "
                                                                    + name
                                                                    + " to replicate."));
                    if (count < 1 || count > 8) {
                        throw new StackFailure("A service has 1 to 8 replicas, not " + count + ".");
                    }
                    counts.put(service, count);
                });
        return counts;
    }
}
