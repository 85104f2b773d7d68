package io.swiftcart.stack.parts.postgres;

import io.swiftcart.stack.Directories;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes an empty PostgreSQL data directory: complete under its name, or not there at all. */
final class NewCluster {

    private NewCluster() {}

    static void create(Path data, Path binaries, String superuserPassword) throws IOException {
        Path next = data.resolveSibling(data.getFileName() + ".next");
        Directories.delete(next);
        Files.createDirectories(next);
        Path password = Files.writeString(next.resolve("password"), superuserPassword);
        Path cluster = Files.createDirectories(next.resolve("data"));
        Account.own(next);
        initdb(cluster, binaries, password);
        Files.move(cluster, data);
        Directories.delete(next);
    }

    private static void initdb(Path cluster, Path binaries, Path password) throws IOException {
        List<String> command =
                List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + cluster,
                        "--username=" + Databases.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--data-checksums",
                        // Flushed by the server's first checkpoint; a crash before that only
                        // repeats this step.
                        "--no-sync");
        Process process =
                new ProcessBuilder(new ArrayList<>(Account.running(command, cluster, binaries)))
                        .directory(cluster.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new StackFailure(
                        "PostgreSQL cannot make its data directory "
                                + cluster
                                + ": "
                                + reason(said)
                                + "; free some space or choose another directory with --data.");
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(String said) {
        return said.lines()
                .filter(
                        line ->
                                line.contains("error:")
                                        || line.contains("FATAL")
                                        || line.contains("PANIC"))
                .findFirst()
                .orElse(said.strip());
    }
}
