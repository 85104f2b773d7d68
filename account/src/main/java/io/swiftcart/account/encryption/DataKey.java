package io.swiftcart.account.encryption;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The key of one customer's fields. */
public final class DataKey {
    private final SecretKey key;

    DataKey(SecretKey key) {
        this.key = key;
    }

    /** Encrypts the text for one place, {@code table|column|row}. */
    public String seal(String plain, String place) {
        return AesGcm.seal(key, plain.getBytes(StandardCharsets.UTF_8), place);
    }

    /** As {@link #seal}; null stays null. */
    public @Nullable String sealIfAny(@Nullable String plain, String place) {
        return plain == null ? null : seal(plain, place);
    }

    /** What was sealed for this place; fails when it was changed or moved. */
    public String open(String sealed, String place) {
        return new String(AesGcm.open(key, sealed, place), StandardCharsets.UTF_8);
    }

    /** As {@link #open}; null stays null. */
    public @Nullable String openIfAny(@Nullable String sealed, String place) {
        return sealed == null ? null : open(sealed, place);
    }

    SecretKey key() {
        return key;
    }
}
