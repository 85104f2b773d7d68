package io.swiftcart.stack.process;

import java.io.IOException;
import java.time.Duration;

/** Ends processes. */
public final class Signals {

    private static final Duration KILL_GRACE = Duration.ofSeconds(10);

    private Signals() {}

    /** Sends the signal, waits, and kills if the process is still there after the grace. */
    public static void stop(ProcessHandle process, String signal, Duration grace) {
        send(process, signal);
        if (!gone(process, grace)) {
            process.destroyForcibly();
            gone(process, KILL_GRACE);
        }
    }

    private static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            // The JDK sends no other signal; "kill" is built into every shell.
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            process.destroy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits even when interrupted: nothing may be left behind. */
    private static boolean gone(ProcessHandle process, Duration atMost) {
        boolean interrupted = Thread.interrupted();
        try {
            return Poll.until(atMost, () -> !process.isAlive());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
