package io.swiftcart.platform.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The keys of the configuration, under which data keys are wrapped. */
@ApplicationScoped
class MasterKeys {
    private final Map<String, SecretKey> keys = new HashMap<>();
    private final @Nullable String current;

    MasterKeys(EncryptionConfig config) {
        config.keys()
                .forEach((id, key) -> keys.put(id, read("swiftcart.encryption.keys." + id, key)));
        current = config.current().orElse(null);
        if (current != null && !keys.containsKey(current)) {
            throw new IllegalStateException(
                    "Set swiftcart.encryption.keys."
                            + current
                            + ", which swiftcart.encryption.current names.");
        }
    }

    /** The id of the key for what is wrapped from now on. */
    String current() {
        return Optional.ofNullable(current)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Set swiftcart.encryption.current to the id of one of"
                                                + " swiftcart.encryption.keys."));
    }

    /** The ids of the keys that only open what was wrapped before. */
    Set<String> older() {
        Set<String> older = new TreeSet<>(keys.keySet());
        older.remove(current);
        return older;
    }

    byte[] wrap(SecretKey dataKey, UUID id, String subject) {
        return AesGcm.seal(master(current()), place(id, subject), dataKey.getEncoded());
    }

    SecretKey unwrap(byte[] wrapped, String masterKeyId, UUID id, String subject) {
        return AesGcm.key(AesGcm.open(master(masterKeyId), place(id, subject), wrapped));
    }

    /** A key is bound to its subject: it cannot be given to another. */
    private static byte[] place(UUID id, String subject) {
        return ("data_key|" + id + "|" + subject).getBytes(StandardCharsets.UTF_8);
    }

    private SecretKey master(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "Set swiftcart.encryption.keys." + id + ": data keys are wrapped under it.");
        }
        return key;
    }

    /** The bytes of a key in base64; the failure names the setting and never shows its value. */
    static SecretKey read(String setting, String base64) {
        try {
            return AesGcm.key(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Set " + setting + " to base64 of 32 bytes.");
        }
    }
}
