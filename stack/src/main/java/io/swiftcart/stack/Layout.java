package io.swiftcart.stack;

import java.nio.file.Path;

/**
 * Where everything lies in one data directory. The paths are absolute; nothing is created by
 * asking.
 */
public record Layout(Path root) {

    public Layout {
        root = root.toAbsolutePath().normalize();
    }

    /** The data of one part. */
    public Path part(String name) {
        return root.resolve(name);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** The description of the running shop, for programs. */
    public Path run() {
        return root.resolve("run.json");
    }

    /**
     * Every process with its start time: what is shown, and what is stopped if the supervisor was
     * killed.
     */
    public Path processes() {
        return root.resolve("processes.json");
    }

    public Path secrets() {
        return root.resolve("secrets.json");
    }

    public Path ports() {
        return root.resolve("ports.json");
    }

    /** Held by the supervisor as long as it lives. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** What {@code up} printed at the end. */
    public Path summary() {
        return root.resolve("summary.txt");
    }

    /** Present once the demo data is complete. */
    public Path demoLoaded() {
        return root.resolve("demo-loaded");
    }
}
