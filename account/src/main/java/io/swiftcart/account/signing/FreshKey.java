package io.swiftcart.account.signing;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A new pair of keys as JSON Web Keys, RSA with 2048 bits for RS256. */
record FreshKey(String kid, String publicJwk, String privateJwk) {
    private static final int BITS = 2048;

    /** Takes some hundred milliseconds of computing. */
    static FreshKey generate() throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        String kid = key.calculateBase64urlEncodedThumbprint("SHA-256");
        key.setKeyId(kid);
        return new FreshKey(
                kid,
                key.toJson(OutputControlLevel.PUBLIC_ONLY),
                key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    @Override
    public String toString() {
        return "FreshKey[" + kid + ", ***]";
    }
}
