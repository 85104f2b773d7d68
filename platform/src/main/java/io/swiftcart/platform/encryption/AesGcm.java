package io.swiftcart.platform.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM: a random nonce of 96 bits, the ciphertext, a tag of 128 bits. Safe for threads. */
final class AesGcm {
    static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    static SecretKey freshKey() {
        return key(random(KEY_BYTES));
    }

    static byte[] seal(SecretKey key, byte[] place, byte[] plain) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, plain, 0);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    /** Fails with {@link Unreadable} when key, place or a single bit is another. */
    static byte[] open(SecretKey key, byte[] place, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new Unreadable("it is too short");
        }
        return run(Cipher.DECRYPT_MODE, key, sealed, place, sealed, NONCE_BYTES);
    }

    private static byte[] run(
            int mode, SecretKey key, byte[] nonce, byte[] place, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
            cipher.updateAAD(place);
            return cipher.doFinal(input, from, input.length - from);
        } catch (AEADBadTagException e) {
            throw new Unreadable("key, place or content are not those it was sealed with");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(CIPHER + " cannot be used", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
