package io.swiftcart.stack.services;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services of the shop, and the database each of them owns. */
public enum Service {
    ACCOUNT("account"),
    CATALOG("catalog"),
    CART(null),
    INVENTORY("inventory"),
    PAYMENT("payment"),
    ORDER("orders"),
    NOTIFICATION("notification"),
    GATEWAY(null);

    private final @Nullable String database;

    Service(@Nullable String database) {
        this.database = database;
    }

    /** The name of its module, in {@code run.json} and in logs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Absent if it stores nothing in PostgreSQL. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    /** The native executable that {@code ./swiftcart native} builds. */
    public Path executable(Path checkout) {
        return checkout.resolve(id()).resolve("target/" + id() + "-0.1.0-SNAPSHOT-runner");
    }

    /** The program that the build makes. */
    public Path jar(Path checkout) {
        return checkout.resolve(id()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** All databases. */
    public static List<String> databases() {
        return stream().map(service -> service.database).filter(Objects::nonNull).toList();
    }

    /** Those that the gateway and their neighbours call. */
    public static List<Service> behindGateway() {
        return stream().filter(service -> service != GATEWAY).toList();
    }

    public static Optional<Service> of(String id) {
        return stream().filter(service -> service.id().equals(id)).findFirst();
    }

    private static Stream<Service> stream() {
        return Arrays.stream(values());
    }
}
