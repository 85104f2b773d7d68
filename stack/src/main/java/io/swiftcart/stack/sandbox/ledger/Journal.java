package io.swiftcart.stack.sandbox.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines. One writer thread takes whatever is waiting, writes it and flushes
 * once for all of it, so concurrent requests share a flush. A last line that a crash tore is cut
 * off at opening; damage anywhere else refuses to open.
 */
final class Journal implements AutoCloseable {

    /** Where a line stands in the file, without its line end. */
    record Position(long offset, int length) {}

    private static final class Pending {
        private final byte[] line;
        private final boolean urgent;
        private final CompletableFuture<Position> written = new CompletableFuture<>();

        Pending(byte[] line, boolean urgent) {
            this.line = line;
            this.urgent = urgent;
        }
    }

    private static final int QUEUE_MAX = 8192;
    private static final Pending STOP = new Pending(new byte[0], true);

    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final FileChannel channel;
    private final FileChannel lock;
    private final Thread writer;
    private long end;
    private @Nullable IOException broken;

    private Journal(FileChannel channel, FileChannel lock, long end) {
        this.channel = channel;
        this.lock = lock;
        this.end = end;
        this.writer =
                Thread.ofPlatform()
                        .name("ledger-journal")
                        .daemon()
                        .unstarted(this::writeUntilStopped);
    }

    static Journal open(Path file, JournalReplay.Lines replay) {
        FileChannel channel = null;
        FileChannel lock = null;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            lock = locked(file);
            long end = Files.exists(file) ? JournalReplay.of(file, replay) : 0;
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            channel.truncate(end);
            Journal journal = new Journal(channel, lock, end);
            journal.writer.start();
            return journal;
        } catch (IOException e) {
            closeQuietly(channel);
            closeQuietly(lock);
            throw new DamagedLedger("The ledger " + file + " cannot be opened: " + e.getMessage());
        } catch (DamagedLedger e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /**
     * Queues a line; the answer completes when it is on disk. Lines keep the order of the calls.
     */
    CompletableFuture<Position> append(byte[] line) {
        return enqueue(new Pending(line, true));
    }

    /**
     * As {@link #append}, but without a flush of its own: it goes to disk with the next line that
     * needs one.
     */
    CompletableFuture<Position> appendLazily(byte[] line) {
        return enqueue(new Pending(line, false));
    }

    byte[] read(Position position) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(position.length());
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position.offset() + buffer.position()) < 0) {
                    throw new DamagedLedger("The ledger ends before a line that it should hold.");
                }
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            queue.put(STOP);
            writer.join();
            channel.close();
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Position> enqueue(Pending pending) {
        try {
            queue.put(pending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            pending.written.completeExceptionally(e);
        }
        return pending.written;
    }

    private void writeUntilStopped() {
        List<Pending> batch = new ArrayList<>();
        boolean stopping = false;
        while (!stopping) {
            batch.clear();
            try {
                batch.add(queue.take());
                queue.drainTo(batch);
                stopping = batch.remove(STOP);
                writeAndFlush(batch);
            } catch (IOException e) {
                // What memory holds is ahead of the disk from here on: nothing may be answered any
                // more.
                broken = e;
                batch.forEach(pending -> pending.written.completeExceptionally(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void writeAndFlush(List<Pending> batch) throws IOException {
        if (broken != null) {
            throw broken;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Position> positions = new ArrayList<>(batch.size());
        boolean urgent = false;
        for (Pending pending : batch) {
            positions.add(new Position(end + bytes.size(), pending.line.length));
            bytes.writeBytes(pending.line);
            bytes.write('\n');
            urgent |= pending.urgent;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer, end + buffer.position());
        }
        if (urgent) {
            channel.force(false);
        }
        end += bytes.size();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).written.complete(positions.get(i));
        }
    }

    /**
     * Keeps a second process out for as long as the channel is open. A file of its own, because
     * POSIX drops a lock when any descriptor of the locked file is closed, and the journal is
     * opened twice.
     */
    private static FileChannel locked(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel lock =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException _) {
            // Refused below: the holder is this very process.
        }
        lock.close();
        throw new DamagedLedger("The ledger " + file + " is in use by another sandbox.");
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException _) {
                // The failure that led here is the one to report.
            }
        }
    }
}
