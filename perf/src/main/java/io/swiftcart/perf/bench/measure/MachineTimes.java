package io.swiftcart.perf.bench.measure;

import io.swiftcart.perf.bench.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processors did, in ticks since the machine started. */
record MachineTimes(long user, long system, long steal, long idle) {

    static MachineTimes now() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
            long[] ticks = new long[9];
            for (int i = 1; i < ticks.length && i < fields.length; i++) {
                ticks[i] = Long.parseLong(fields[i]);
            }
            return new MachineTimes(
                    ticks[1] + ticks[2],
                    ticks[3] + ticks[6] + ticks[7],
                    ticks[8],
                    ticks[4] + ticks[5]);
        } catch (IOException e) {
            throw new BenchFailure("The benchmark needs Linux: /proc/stat cannot be read.", e);
        }
    }

    /** Percent of the time in between. */
    Cost.Machine since(MachineTimes before) {
        double all = Math.max(1, user + system + steal + idle - before.all());
        return new Cost.Machine(
                100 * (user - before.user) / all,
                100 * (system - before.system) / all,
                100 * (steal - before.steal) / all,
                100 * (idle - before.idle) / all);
    }

    private long all() {
        return user + system + steal + idle;
    }
}
