package io.swiftcart.account.customers;

import java.util.Locale;

/** How addresses are compared: nobody means another mailbox by other capitals. */
public final class EmailAddress {
    /** Longest address that mail can carry (RFC 5321). */
    public static final int MAX_LENGTH = 254;

    /** One {@code @}, no blanks or control characters, and a domain with a dot. */
    public static final String PATTERN =
            "^[^\\s\\p{Cntrl}@<>\",;:]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z0-9-]{2,63}$";

    private EmailAddress() {}

    /** The form that is looked up. */
    public static String comparable(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
