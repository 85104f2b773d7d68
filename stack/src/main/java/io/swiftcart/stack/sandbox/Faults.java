package io.swiftcart.stack.sandbox;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The faults that are switched on. Whether a rate strikes depends only on the seed, the fault's
 * name, the how-manieth subject it is asked about (idempotency key or event; their ids are random,
 * so their places count) and how often that subject was asked: a run that does the same in the same
 * order meets the same faults, and one whose requests overlap meets as many. Each change of the
 * faults begins a new run. Faults are forgotten when the process ends.
 */
public final class Faults {

    /** A name or a value that is not a fault's; the message says which values are. */
    public static final class UnknownFault extends RuntimeException {
        UnknownFault(String message) {
            super(message);
        }
    }

    private enum Kind {
        RATE("a rate from 0 to 1"),
        MILLIS("milliseconds from 0 to 600000"),
        SWITCH("true or false"),
        NUMBER("a whole number");

        private final String values;

        Kind(String values) {
            this.values = values;
        }

        boolean accepts(String value) {
            try {
                return switch (this) {
                    case RATE -> Double.parseDouble(value) >= 0 && Double.parseDouble(value) <= 1;
                    case MILLIS -> Long.parseLong(value) >= 0 && Long.parseLong(value) <= 600_000;
                    case SWITCH -> value.equals("true") || value.equals("false");
                    case NUMBER -> Long.toString(Long.parseLong(value)).equals(value);
                };
            } catch (NumberFormatException _) {
                return false;
            }
        }
    }

    /** What one fault was asked since the last change. */
    private static final class Run {
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<String, Integer> asked = new HashMap<>();

        /** The place of the subject among all, from 0, and how often it was asked. */
        synchronized int[] next(String subject) {
            int place = places.computeIfAbsent(subject, _ -> places.size());
            return new int[] {place, asked.merge(subject, 1, Integer::sum)};
        }
    }

    private static final String SEED = "payment.seed";
    private static final Map<String, Kind> KINDS =
            Map.ofEntries(
                    entry("payment.latency", Kind.MILLIS),
                    entry("payment.decline", Kind.RATE),
                    entry("payment.error-after", Kind.RATE),
                    entry("payment.lost-reply", Kind.RATE),
                    entry("payment.pending", Kind.RATE),
                    entry("payment.down", Kind.SWITCH),
                    entry("payment.webhook-delay", Kind.MILLIS),
                    entry("payment.webhook-duplicate", Kind.RATE),
                    entry("payment.webhook-reorder", Kind.RATE),
                    entry("payment.webhook-loss", Kind.RATE),
                    entry(SEED, Kind.NUMBER));

    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    /** Every fault by name with its present value. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        KINDS.forEach((name, kind) -> all.put(name, values.getOrDefault(name, off(kind))));
        return all;
    }

    /**
     * Sets these and leaves the others; refuses all of them if one is not a fault's name or value.
     */
    public void set(Map<String, String> wanted) {
        wanted.forEach(
                (name, value) -> {
                    Kind kind = KINDS.get(name);
                    if (kind == null) {
                        throw new UnknownFault("There is no fault named " + name + ".");
                    }
                    if (!kind.accepts(value)) {
                        throw new UnknownFault("The fault " + name + " takes " + kind.values + ".");
                    }
                });
        values.putAll(wanted);
        beginAnew();
    }

    public void clear() {
        values.clear();
        beginAnew();
    }

    private synchronized void beginAnew() {
        runs.clear();
        notifyAll();
    }

    boolean down() {
        return Boolean.parseBoolean(value("payment.down"));
    }

    /** Waits for the latency; who waits already is let go when it is taken back. */
    synchronized void awaitLatency() throws InterruptedException {
        long begin = System.nanoTime();
        for (long left = latencyMillis(); left > 0; left = latencyMillis() - passed(begin)) {
            wait(left);
        }
    }

    private long latencyMillis() {
        return Long.parseLong(value("payment.latency"));
    }

    private static long passed(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    long webhookDelayMillis() {
        return Long.parseLong(value("payment.webhook-delay"));
    }

    /** Whether the rate of this name strikes this subject now. */
    boolean strikes(String name, String subject) {
        double rate = Double.parseDouble(value(name));
        return rate > 0 && draw(name, subject) < rate;
    }

    /** A number in [0, 1) for this subject, as {@link #strikes} draws it. */
    double draw(String name, String subject) {
        long hash = mixed(Long.parseLong(value(SEED)) ^ name.hashCode());
        for (int part : runs.computeIfAbsent(name, _ -> new Run()).next(subject)) {
            hash = mixed(hash ^ part);
        }
        return (hash >>> 11) * 0x1.0p-53;
    }

    private String value(String name) {
        String value = values.get(name);
        return value != null ? value : off(Objects.requireNonNull(KINDS.get(name), name));
    }

    private static String off(Kind kind) {
        return kind == Kind.SWITCH ? "false" : "0";
    }

    /** SplitMix64's finaliser. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
