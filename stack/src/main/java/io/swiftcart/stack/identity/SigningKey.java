package io.swiftcart.stack.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.AtomicFile;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The RSA key of one issuer, made once and kept in {@code DIR/identity/key.pkcs8}. Signs JWTs with
 * RS256.
 */
final class SigningKey {

    private static final int BITS = 2048;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;
    private final String id;
    private final ObjectMapper json = new ObjectMapper();

    private SigningKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        this.id =
                URL.encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(key.getModulus().toByteArray()))
                        .substring(0, 16);
    }

    static SigningKey in(Path directory) {
        Path file = directory.resolve("key.pkcs8");
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file)) {
                AtomicFile.write(file, Base64.getMimeEncoder().encodeToString(fresh()));
            }
            byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(file));
            return new SigningKey(
                    (RSAPrivateCrtKey)
                            KeyFactory.getInstance("RSA")
                                    .generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StackFailure(
                    "The key in " + file + " cannot be used: delete it, and a new one is made.", e);
        }
    }

    /** The public half, as RFC 7517 has it. */
    Map<String, Object> jwks() {
        return Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kty",
                                "RSA",
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "kid",
                                id,
                                "n",
                                number(key.getModulus()),
                                "e",
                                number(key.getPublicExponent()))));
    }

    String sign(Map<String, Object> claims) {
        try {
            String text =
                    part(Map.of("alg", "RS256", "typ", "JWT", "kid", id)) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private String part(Map<String, Object> content) throws JsonProcessingException {
        return URL.encodeToString(json.writeValueAsBytes(content));
    }

    /** Big-endian without the sign byte. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = new byte[bytes.length - from];
        System.arraycopy(bytes, from, unsigned, 0, unsigned.length);
        return URL.encodeToString(unsigned);
    }

    private static byte[] fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }
}
