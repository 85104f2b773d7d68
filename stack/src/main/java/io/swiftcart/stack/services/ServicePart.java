package io.swiftcart.stack.services;

import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Health;
import io.swiftcart.stack.process.Jvm;
import io.swiftcart.stack.process.Launch;
import io.swiftcart.stack.process.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One service process on the JVM, with the class cache of its build if there is one. It is ready
 * when its own readiness says so.
 */
final class ServicePart implements Part {

    private static final int HEAP_MEGABYTES = 192;

    /**
     * The optimising compiler takes up a method three times later than by default: seven services
     * that start at once on few cores would give it a third of their time.
     */
    private static final List<String> COMPILER =
            List.of(
                    "-XX:Tier4InvocationThreshold=15000",
                    "-XX:Tier4MinInvocationThreshold=2000",
                    "-XX:Tier4CompileThreshold=45000",
                    "-XX:Tier4BackEdgeThreshold=120000");

    private final Replica replica;
    private final Path jar;
    private final Path directory;
    private final Map<String, String> environment;

    ServicePart(Replica replica, Path jar, Path directory, Map<String, String> environment) {
        this.replica = replica;
        this.jar = jar;
        this.directory = directory;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return replica.name();
    }

    @Override
    public String address() {
        return replica.url();
    }

    @Override
    public Launch launch() {
        if (!Files.exists(jar)) {
            throw new StackFailure(
                    "The service "
                            + name()
                            + " is not built: run ./swiftcart up, which builds it.");
        }
        List<String> options = new ArrayList<>(COMPILER);
        options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        Path classCache = jar.resolveSibling("app.aot");
        if (Files.exists(classCache)) {
            options.add("-XX:AOTCache=" + classCache);
        }
        return Launch.of(Jvm.jar(HEAP_MEGABYTES, options, jar), directory).with(environment);
    }

    @Override
    public boolean ready() {
        return Health.answers(replica.management() + "/q/health/ready");
    }
}
