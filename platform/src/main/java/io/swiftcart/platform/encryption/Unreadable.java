package io.swiftcart.platform.encryption;

/** A sealed field was tampered with, moved to another place, or sealed under another key. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
        super("A sealed field cannot be opened: " + why + ".");
    }
}
