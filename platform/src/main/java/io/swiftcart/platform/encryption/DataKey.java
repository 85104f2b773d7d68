package io.swiftcart.platform.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The key of one subject. Seals and opens the fields that are kept of them, in memory, without
 * waiting.
 *
 * <p>A sealed field is {@code format (1 byte, 1) | key id (16) | nonce (12) | ciphertext | tag
 * (16)}, for a column of type {@code bytea}.
 */
public final class DataKey {
    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + 2 * Long.BYTES;

    private final UUID id;
    private final @Nullable SecretKey key;

    DataKey(UUID id, @Nullable SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /** Whether the subject is erased: then nothing opens, and nothing more is kept of them. */
    public boolean destroyed() {
        return key == null;
    }

    /** Encrypts a field. Null stays null; of a subject that is erased nothing is kept: null. */
    public byte @Nullable [] seal(Field field, @Nullable String text) {
        if (text == null || key == null) {
            return null;
        }
        byte[] sealed = AesGcm.seal(key, field.bytes(), text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(FORMAT)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(sealed)
                .array();
    }

    /**
     * Decrypts a field. Null stays null; of a subject that is erased nothing is left: null. Fails
     * with {@link Unreadable} when it was changed, or sealed for another place or subject.
     */
    public @Nullable String open(Field field, byte @Nullable [] sealed) {
        if (sealed == null || key == null) {
            return null;
        }
        requireMine(sealed);
        byte[] body =
                ByteBuffer.allocate(sealed.length - HEADER_BYTES)
                        .put(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES)
                        .array();
        return new String(AesGcm.open(key, field.bytes(), body), StandardCharsets.UTF_8);
    }

    private void requireMine(byte[] sealed) {
        if (sealed.length < HEADER_BYTES || sealed[0] != FORMAT) {
            throw new Unreadable("its format is not known");
        }
        ByteBuffer header = ByteBuffer.wrap(sealed, 1, HEADER_BYTES - 1);
        if (!new UUID(header.getLong(), header.getLong()).equals(id)) {
            throw new Unreadable("it was sealed under the key of another");
        }
    }

    @Override
    public String toString() {
        return "DataKey[***]";
    }
}
