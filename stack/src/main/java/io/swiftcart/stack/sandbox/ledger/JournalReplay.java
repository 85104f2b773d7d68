package io.swiftcart.stack.sandbox.ledger;

import io.swiftcart.stack.sandbox.ledger.Journal.Position;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a journal from its beginning and finds where its last good line ends. */
final class JournalReplay {

    /**
     * Receives each whole line at opening; throws {@link IllegalArgumentException} if it cannot be
     * read.
     */
    interface Lines {
        void line(Position position, byte[] bytes);
    }

    private JournalReplay() {}

    /** Feeds every whole line to {@code replay} and returns where the last good one ends. */
    static long of(Path file, Lines replay) throws IOException {
        long size = Files.size(file);
        long start = 0;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                long next = start + line.size() + 1;
                try {
                    replay.line(new Position(start, line.size()), line.toByteArray());
                } catch (IllegalArgumentException _) {
                    if (next == size) {
                        return start;
                    }
                    throw new DamagedLedger(
                            "The ledger " + file + " is damaged at byte " + start + ".");
                }
                start = next;
                line.reset();
            }
        }
        return start;
    }
}
