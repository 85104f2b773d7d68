package io.swiftcart.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two facts died of the same defect, whatever their data. */
final class StackHash {
    private static final int BYTES = 8;

    private StackHash() {}

    /**
     * 16 hexadecimal digits of the types and places in the chain of causes; messages and line
     * numbers do not count.
     */
    static String of(Throwable failure) {
        StringBuilder places = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            places.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                places.append(frame.getClassName()).append('.').append(frame.getMethodName());
                places.append('\n');
            }
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(places.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
