package io.swiftcart.stack.services;

import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** In which form the services of a shop run. */
public enum Form {
    /** On the JVM, with the class cache of the build if there is one. */
    JVM {
        @Override
        List<String> command(Service service, Path checkout) {
            Path jar = built(service.jar(checkout), service, "./swiftcart up");
            List<String> options = new ArrayList<>(COMPILER);
            options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
            Path classCache = jar.resolveSibling("app.aot");
            if (Files.exists(classCache)) {
                options.add("-XX:AOTCache=" + classCache);
            }
            return Jvm.jar(HEAP_MEGABYTES, options, jar);
        }
    },

    /** As native executables. */
    NATIVE {
        @Override
        List<String> command(Service service, Path checkout) {
            Path executable = built(service.executable(checkout), service, "./swiftcart native");
            return List.of(executable.toString(), "-Xmx" + HEAP_MEGABYTES + "m");
        }
    };

    private static final int HEAP_MEGABYTES = 192;

    /** From so many processors on, eight services at once can afford the optimising compiler. */
    private static final int ENOUGH_PROCESSORS = 8;

    /**
     * On few processors the optimising compiler takes more from the services than its code gives
     * back, for the first minutes of load at least.
     */
    private static final List<String> COMPILER =
            Runtime.getRuntime().availableProcessors() < ENOUGH_PROCESSORS
                    ? List.of("-XX:TieredStopAtLevel=1")
                    : List.of();

    /** The command line that runs a service of this checkout; fails if it is not built. */
    abstract List<String> command(Service service, Path checkout);

    private static Path built(Path product, Service service, String builder) {
        if (Files.exists(product)) {
            return product;
        }
        throw new StackFailure(
                "The service "
                        + service.id()
                        + " is not built: run "
                        + builder
                        + ", which builds it.");
    }
}
