package io.swiftcart.platform.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds an encrypted e-mail address again: a keyed hash (HMAC-SHA-256) that is stored beside it,
 * equal for equal addresses, and of no use without {@code swiftcart.encryption.index-key}.
 */
@ApplicationScoped
public class BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<String> key;

    BlindIndex(EncryptionConfig config) {
        this.key = config.indexKey();
    }

    /**
     * The hash of an address without regard to case and to spaces around it: 32 bytes for a column
     * of type {@code bytea}. Equal addresses in two columns have different hashes.
     */
    public byte[] ofEmail(String table, String column, String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        return hash((table + "|" + column + "|" + address).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hash(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key().getEncoded(), ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " cannot be used", e);
        }
    }

    private SecretKey key() {
        String setting = "swiftcart.encryption.index-key";
        return MasterKeys.read(
                setting,
                key.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Set " + setting + " to base64 of 32 bytes.")));
    }
}
