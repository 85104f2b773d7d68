package io.swiftcart.account.encryption;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys of the configuration. A service without them, or with a damaged one, does not
 * start.
 */
@Startup
@Singleton
public class Keyring {
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> masters;
    private final String current;
    private final SecretKey index;

    Keyring(EncryptionConfig config) {
        masters =
                config.keys().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        key -> read("keys." + key.getKey(), key.getValue())));
        current = config.current();
        index = read("index-key", config.indexKey());
        if (!masters.containsKey(current)) {
            throw new IllegalStateException(
                    "swiftcart.encryption.current names a key that is not configured");
        }
    }

    /** A new key for the fields of one customer. */
    public DataKey fresh() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new DataKey(new SecretKeySpec(bytes, "AES"));
    }

    /** The key in a form that can be stored. */
    public String wrap(DataKey key, UUID subject) {
        return current
                + "."
                + AesGcm.seal(master(current), key.key().getEncoded(), keyPlace(subject));
    }

    /** The key of {@link #wrap}. */
    public DataKey unwrap(String wrapped, UUID subject) {
        return new DataKey(new SecretKeySpec(opened(wrapped, keyPlace(subject)), "AES"));
    }

    /** Encrypts under the master key what belongs to no customer. */
    public String seal(String plain, String place) {
        return current
                + "."
                + AesGcm.seal(master(current), plain.getBytes(StandardCharsets.UTF_8), place);
    }

    /** What {@link #seal} has sealed for this place, under whatever key was current then. */
    public String open(String sealed, String place) {
        return new String(opened(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * A keyed hash: equal for equal texts of one purpose, and nothing to guess from without the
     * key.
     */
    public byte[] index(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(index);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no blind index", e);
        }
    }

    private byte[] opened(String sealed, String place) {
        int dot = sealed.indexOf('.');
        return AesGcm.open(master(sealed.substring(0, dot)), sealed.substring(dot + 1), place);
    }

    private SecretKey master(String id) {
        SecretKey key = masters.get(id);
        if (key == null) {
            throw new IllegalStateException("the master key " + id + " is not configured any more");
        }
        return key;
    }

    private static String keyPlace(UUID subject) {
        return "customer_key|wrapped|" + subject;
    }

    private static SecretKey read(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "swiftcart.encryption." + name + " must be 32 bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
