package io.swiftcart.stack.supervision;

import io.swiftcart.stack.Directories;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.process.ProcessTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data directory in the hands of one supervisor. Claiming it refuses a second supervisor, stops
 * what a killed one left running, and makes sure there is room. The claim ends with the process at
 * the latest.
 */
final class DataDirectory implements AutoCloseable {

    private static final long ROOM_MEGABYTES = 512;
    private static final List<String> KEPT_WHEN_WIPED = List.of("lock", "logs");

    private final Layout layout;
    private final FileChannel channel;

    private DataDirectory(Layout layout, FileChannel channel) {
        this.layout = layout;
        this.channel = channel;
    }

    /** Claims the directory, which is made if it is not there. */
    static DataDirectory claim(Layout layout) {
        try {
            boolean strange = isStrange(layout);
            if (strange) {
                throw new StackFailure(
                        layout.root()
                                + " holds something else than SwiftCart's data: choose an empty or new directory"
                                + " with --data.");
            }
            Files.createDirectories(layout.logs());
            refuseFullDisk(layout);
            return new DataDirectory(layout, lock(layout));
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

    /** Stops what a killed supervisor left behind; says which. */
    List<String> stopLeftovers() throws IOException {
        List<String> stopped = ProcessTable.of(layout).stopLeftovers();
        Files.deleteIfExists(layout.run());
        Files.deleteIfExists(layout.summary());
        return stopped;
    }

    /** Removes all data. */
    void wipe() throws IOException {
        for (Path path : content(layout)) {
            if (!KEPT_WHEN_WIPED.contains(path.getFileName().toString())) {
                Directories.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel lock(Layout layout) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: refused as any other.
        }
        channel.close();
        throw new StackFailure(
                "SwiftCart already runs in "
                        + layout.root()
                        + ": stop it with ./swiftcart down, or start a second shop with --data and --port.");
    }

    /**
     * A directory with content but without our lock was never ours, and is neither used nor wiped.
     */
    private static boolean isStrange(Layout layout) throws IOException {
        return Files.isDirectory(layout.root())
                && !Files.exists(layout.lock())
                && content(layout).stream().anyMatch(path -> !path.equals(layout.logs()));
    }

    private static void refuseFullDisk(Layout layout) throws IOException {
        long free = Files.getFileStore(layout.root()).getUsableSpace() / 1024 / 1024;
        if (free < ROOM_MEGABYTES) {
            throw new StackFailure(
                    "The disk of "
                            + layout.root()
                            + " has only "
                            + free
                            + " MB left and SwiftCart needs "
                            + ROOM_MEGABYTES
                            + " MB: free some space, or choose another directory with --data.");
        }
    }

    private static List<Path> content(Layout layout) throws IOException {
        try (Stream<Path> listed = Files.list(layout.root())) {
            return listed.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
