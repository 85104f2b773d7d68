package io.swiftcart.notification.faults;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The failures that are switched on, by name; none outside development. Forgotten when the process
 * ends.
 */
@ApplicationScoped
public class Faults {
    private static final String FAIL = "notification.fail";
    private static final String SMTP_DOWN = "notification.smtp-down";
    private static final double PARTS = 1L << 32;

    private final boolean possible;
    private volatile double fail;
    private volatile boolean smtpDown;

    Faults(
            @ConfigProperty(name = "swiftcart.development", defaultValue = "false")
                    boolean possible) {
        this.possible = possible;
    }

    /** A fact that is refused because somebody wanted it so. */
    static final class Injected extends RuntimeException {
        Injected() {
            super("the fault " + FAIL + " is switched on");
        }
    }

    /** Whether there are faults at all. */
    public boolean possible() {
        return possible;
    }

    /** Every fault with its present value. */
    public Map<String, String> all() {
        return new TreeMap<>(
                Map.of(
                        FAIL,
                        fail == 0 ? "0" : Double.toString(fail),
                        SMTP_DOWN,
                        Boolean.toString(smtpDown)));
    }

    /** Sets one; {@link IllegalArgumentException} in words for people when it is none. */
    public void set(String name, String value) {
        switch (name) {
            case FAIL -> fail = rate(value);
            case SMTP_DOWN -> smtpDown = onOrOff(value);
            default -> throw new IllegalArgumentException("There is no fault of that name.");
        }
    }

    /** Switches all off. */
    public void clear() {
        fail = 0;
        smtpDown = false;
    }

    /**
     * Fails for as large a part of all facts as the rate says; for one fact always or never, so
     * that trying again does not help while the fault is on.
     */
    public Uni<Void> beforeFact(UUID eventId) {
        return fail > 0 && Integer.toUnsignedLong(scattered(eventId)) / PARTS < fail
                ? Uni.createFrom().failure(Injected::new)
                : Uni.createFrom().voidItem();
    }

    /** Fails as a mail server that is not there. */
    public Uni<Void> beforeMail() {
        return smtpDown
                ? Uni.createFrom().failure(() -> new ConnectException("the fault " + SMTP_DOWN))
                : Uni.createFrom().voidItem();
    }

    private static int scattered(UUID eventId) {
        long mixed = eventId.getLeastSignificantBits() * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 32);
    }

    private static double rate(String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException _) {
            // answered below, the same as a number out of range
        }
        throw new IllegalArgumentException("The fault " + FAIL + " takes a rate from 0 to 1.");
    }

    private static boolean onOrOff(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "The fault " + SMTP_DOWN + " takes true or false.");
        };
    }
}
