package io.swiftcart.platform.deadletters;

/**
 * Where a replay is sent, and what it adds to the record. Not to the topic itself: on a compacted
 * one an old state would stand there as the newest, and whoever reads it must not mind our repeats.
 */
public final class Replays {
    private static final String TOPIC_ENDING = ".replay";

    /** The one consumer that the record is for; all others pass it over. */
    public static final String CONSUMER = "replay-consumer";

    /** How often the fact had been tried before. */
    public static final String ATTEMPTS = "replay-attempts";

    private Replays() {}

    /** The topic beside {@code topic} for what is sent again. */
    public static String topicFor(String topic) {
        return topic + TOPIC_ENDING;
    }

    /** The topic of a fact, whether it was read there or as a replay. */
    public static String topicOf(String readFrom) {
        return readFrom.endsWith(TOPIC_ENDING)
                ? readFrom.substring(0, readFrom.length() - TOPIC_ENDING.length())
                : readFrom;
    }

    /** Whether a header is about a replay, and no part of the fact. */
    public static boolean isHeader(String name) {
        return name.equals(CONSUMER) || name.equals(ATTEMPTS);
    }
}
