package io.swiftcart.stack.parts;

import io.swiftcart.stack.Directories;
import io.swiftcart.stack.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs that come packed in jars, unpacked once per machine into the user's cache directory.
 * Unpacking goes to a directory beside it that is then renamed, so that two starts at once, or one
 * that is killed, do no harm.
 */
public final class Binaries {

    private static final Set<PosixFilePermission> EXECUTABLE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> READABLE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ);

    private Binaries() {}

    /** The directory with PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    public static Path postgres() {
        String archive =
                "postgres-" + system("darwin") + "-" + (arm() ? "arm_64" : "x86_64") + ".txz";
        return unpacked("postgres-18.6", "/" + archive, Binaries::untar);
    }

    /** The {@code redis-server} program. */
    public static Path redis() {
        String program =
                "/redis-server-7.0.15-" + system("darwin") + "-" + (arm() ? "arm64" : "amd64");
        return unpacked(
                        "redis-7.0.15",
                        program,
                        (in, to) -> copy(in, to.resolve("redis-server"), EXECUTABLE))
                .resolve("redis-server");
    }

    /** The jar of the mail sink. */
    public static Path greenMail() {
        return unpacked(
                        "greenmail-2.1.13",
                        "/io/swiftcart/stack/parts/greenmail-standalone.jar",
                        (in, to) -> copy(in, to.resolve("greenmail.jar"), READABLE))
                .resolve("greenmail.jar");
    }

    private static String system(String mac) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                ? mac
                : "linux";
    }

    private static boolean arm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    private static Path unpacked(String name, String resource, Unpacking unpacking) {
        Path home = cache().resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (InputStream in = Binaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StackFailure(
                        "There is no "
                                + name
                                + " for "
                                + System.getProperty("os.name")
                                + " on "
                                + System.getProperty("os.arch")
                                + ": use Linux or macOS on x86-64 or ARM.");
            }
            Files.createDirectories(home.getParent());
            Path next = Files.createTempDirectory(home.getParent(), name + ".");
            Files.setPosixFilePermissions(next, EXECUTABLE);
            unpacking.unpack(new BufferedInputStream(in), next);
            settle(next, home);
            return home;
        } catch (IOException e) {
            throw new StackFailure(
                    "The programs cannot be unpacked to "
                            + home
                            + " ("
                            + e.getMessage()
                            + "): free some space there, or set XDG_CACHE_HOME to another directory.",
                    e);
        }
    }

    private static void settle(Path next, Path home) throws IOException {
        try {
            Files.move(next, home);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another start was faster.
            Directories.delete(next);
        }
    }

    /**
     * As root the home directory is closed to the account that PostgreSQL runs under, so the
     * system's cache is used.
     */
    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured, "swiftcart");
        }
        if (System.getProperty("user.name").equals("root")) {
            return Path.of("/var/cache/swiftcart");
        }
        return Path.of(System.getProperty("user.home"), ".cache", "swiftcart");
    }

    private static void untar(InputStream in, Path to) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in));
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path target = to.resolve(entry.getName()).normalize();
            if (!target.startsWith(to)) {
                throw new IOException("the archive leaves its directory: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                Files.setPosixFilePermissions(target, EXECUTABLE);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                copy(tar, target, (entry.getMode() & 0100) == 0 ? READABLE : EXECUTABLE);
            }
        }
    }

    private static void copy(InputStream in, Path target, Set<PosixFilePermission> permissions)
            throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
        Files.setPosixFilePermissions(target, permissions);
    }

    private interface Unpacking {
        void unpack(InputStream in, Path to) throws IOException;
    }
}
