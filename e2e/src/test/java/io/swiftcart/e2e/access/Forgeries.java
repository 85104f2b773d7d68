package io.swiftcart.e2e.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Everything that looks like a token and is none, made from a good one. */
final class Forgeries {
    private final String[] good;
    private final JsonNode publicKey;
    private final KeyPair ours;

    /** {@code publicKey}: of the issuer, as its JWKS has it. */
    Forgeries(String good, JsonNode publicKey) throws GeneralSecurityException {
        this.good = good.split("\\.");
        this.publicKey = publicKey;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        this.ours = keys.generateKeyPair();
    }

    /** By what is wrong with it. */
    Map<String, String> all() throws GeneralSecurityException, IOException {
        String kid = header(0).path("kid").asText();
        Map<String, String> all = new LinkedHashMap<>();
        for (String none : List.of("none", "None", "nOnE", "NONE")) {
            all.put("alg " + none, text("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}") + ".");
        }
        String hs = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}";
        all.put("HS256 with the public key", hmac(hs, issuersKey().getEncoded()));
        all.put("HS256 with its PEM", hmac(hs, pem().getBytes(StandardCharsets.US_ASCII)));
        all.put("HS256 with its modulus", hmac(hs, decoded(publicKey.path("n").asText())));
        all.put("foreign key under our kid", rsa("\"kid\":\"" + kid + "\""));
        all.put("foreign kid", rsa("\"kid\":\"foreign\""));
        all.put("no kid", rsa("\"cty\":\"JWT\""));
        all.put("jku", rsa("\"kid\":\"foreign\",\"jku\":\"http://localhost:9/jwks\""));
        all.put("x5u", rsa("\"kid\":\"foreign\",\"x5u\":\"http://localhost:9/cert\""));
        all.put("its own key inside", rsa("\"kid\":\"foreign\",\"jwk\":" + ourJwk()));
        all.put("changed claims", good[0] + "." + encoded(asAdmin()) + "." + good[2]);
        all.put("broken signature", good[0] + "." + good[1] + "." + flipped(good[2]));
        all.put("no signature", good[0] + "." + good[1] + ".");
        all.put("critical header", rsa("\"kid\":\"" + kid + "\",\"crit\":[\"exp\"]"));
        all.put("not a token", "abc");
        all.put("dots", "..");
        return all;
    }

    private String rsa(String members) throws GeneralSecurityException {
        String text = text("{\"alg\":\"RS256\",\"typ\":\"JWT\"," + members + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(ours.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + encoded(signature.sign());
    }

    private String hmac(String header, byte[] secret) throws GeneralSecurityException {
        String text = text(header);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private String text(String header) {
        return encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + good[1];
    }

    private RSAPublicKey issuersKey() throws GeneralSecurityException {
        return (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(
                                        new BigInteger(1, decoded(publicKey.path("n").asText())),
                                        new BigInteger(1, decoded(publicKey.path("e").asText()))));
    }

    private String pem() throws GeneralSecurityException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(issuersKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private String ourJwk() {
        RSAPublicKey key = (RSAPublicKey) ours.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"foreign\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        encoded(key.getModulus().toByteArray()),
                        encoded(key.getPublicExponent().toByteArray()));
    }

    private byte[] asAdmin() throws IOException {
        ObjectNode claims = (ObjectNode) header(1);
        claims.putArray("groups").add("admin");
        return Http.JSON.writeValueAsBytes(claims);
    }

    private JsonNode header(int part) throws IOException {
        return Http.JSON.readTree(decoded(good[part]));
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0) == 'A' ? 'B' : 'A';
        return first + signature.substring(1);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
