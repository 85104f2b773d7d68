package io.swiftcart.notification.deliveries;

import java.util.Locale;

/** What a mail is about. An order is written to once per kind. */
public enum Kind {
    CONFIRMED("is confirmed"),
    FAILED("could not be completed"),
    CANCELLED("was cancelled"),
    REFUNDED("was refunded");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** Lower-case name, as in the Message-ID. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happened, in the words of a subject line. */
    public String words() {
        return words;
    }
}
