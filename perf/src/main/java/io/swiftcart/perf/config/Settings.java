package io.swiftcart.perf.config;

import java.time.Duration;
import java.util.Optional;

/**
 * System properties {@code perf.*}, each with its default. Read once, when a simulation begins; a
 * value that is no number names its property.
 */
public final class Settings {

    private Settings() {}

    /** The gateway, or whatever speaks like it, without a path. */
    public static String baseUrl() {
        return text("baseUrl").orElse("http://localhost:8080");
    }

    /** {@code constant, steps, ramp, capacity, soak, spike, users}; see {@link Profile}. */
    public static String profile() {
        return text("profile").orElse("constant");
    }

    /** Arrivals a second. */
    public static double rate() {
        return number("rate", 20);
    }

    /** How long the load lasts; of stepped profiles, how long one step does. */
    public static Duration duration() {
        return Duration.ofSeconds((long) number("seconds", 30));
    }

    /** At the start of a run: answers in it are counted, but not timed. */
    public static Duration runIn() {
        return Duration.ofSeconds((long) number("runIn", 0));
    }

    /** Of stepped profiles. */
    public static int steps() {
        return (int) number("steps", 10);
    }

    /** Who is there at once, in profile {@code users}; who comes at once, in {@code spike}. */
    public static int users() {
        return (int) number("users", 100);
    }

    /** Between two clicks of one user. */
    public static Duration thinkTime() {
        return Duration.ofMillis((long) (number("thinkSeconds", 0) * 1000));
    }

    /** First of the SKUs that are bought and looked at, by number: {@code SKU-00001} is 1. */
    public static int skuFrom() {
        return (int) number("skuFrom", 1);
    }

    /** Last of the SKUs; the demo shop's 499 has no stock. */
    public static int skuTo() {
        return (int) number("skuTo", 498);
    }

    /** What everybody wants in a flash sale. */
    public static String hotSku() {
        return text("hotSku").orElse("SKU-00500");
    }

    /** The provider's token for the card. */
    public static String card() {
        return text("card").orElse("pm_card_visa");
    }

    /** How long a buyer waits for the end of the order, as {@code Prefer: wait} says. */
    public static int waitSeconds() {
        return (int) number("waitSeconds", 10);
    }

    /** Whether a missed objective fails the run. */
    public static boolean judged() {
        return text("judged").map(Boolean::parseBoolean).orElse(false);
    }

    /** The value of {@code perf.<name>}, unless it is blank. */
    static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty("perf." + name)).filter(v -> !v.isBlank());
    }

    private static double number(String name, double otherwise) {
        String value = text(name).orElse(Double.toString(otherwise));
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("perf." + name + " is no number: " + value, e);
        }
    }
}
