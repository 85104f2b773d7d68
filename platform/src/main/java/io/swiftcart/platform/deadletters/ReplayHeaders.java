package io.swiftcart.platform.deadletters;

/** Headers that a replay adds to the record it sends to the source topic. */
public final class ReplayHeaders {
    /** The one consumer that the record is for; all others pass it over. */
    public static final String CONSUMER = "replay-consumer";

    /** How often the fact had been tried before. */
    public static final String ATTEMPTS = "replay-attempts";

    private ReplayHeaders() {}

    /** Whether a header is about a replay, and no part of the fact. */
    public static boolean isOne(String name) {
        return name.equals(CONSUMER) || name.equals(ATTEMPTS);
    }
}
