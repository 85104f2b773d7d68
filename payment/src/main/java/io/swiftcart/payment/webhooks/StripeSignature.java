package io.swiftcart.payment.webhooks;

import io.swiftcart.payment.provider.StripeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code Stripe-Signature: t=<epoch seconds>,v1=<hex>}: HMAC-SHA256 over {@code t.body} with
 * one of our secrets, not further than five minutes from now. Compares in constant time.
 */
@ApplicationScoped
class StripeSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEADER_MAX = 2048;

    private final List<SecretKeySpec> secrets;
    private final Clock clock;

    StripeSignature(StripeConfig config, Clock clock) {
        this.secrets = config.webhookSecrets().stream().map(StripeSignature::key).toList();
        this.clock = clock;
    }

    boolean covers(byte[] body, @Nullable String header) {
        if (header == null || header.length() > HEADER_MAX) {
            return false;
        }
        String time = null;
        List<byte[]> given = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            } else if (part.startsWith("v1=")) {
                given.add(part.substring(3).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return time != null && recent(time) && matches(signedText(time, body), given);
    }

    private boolean recent(String time) {
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time));
        return apart <= TOLERANCE.toSeconds();
    }

    private boolean matches(byte[] signed, List<byte[]> given) {
        boolean found = false;
        for (SecretKeySpec secret : secrets) {
            byte[] expected = hmac(secret, signed);
            for (byte[] signature : given) {
                found |= MessageDigest.isEqual(expected, signature);
            }
        }
        return found;
    }

    private static byte[] signedText(String time, byte[] body) {
        byte[] prefix = (time + ".").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[prefix.length + body.length];
        System.arraycopy(prefix, 0, signed, 0, prefix.length);
        System.arraycopy(body, 0, signed, prefix.length, body.length);
        return signed;
    }

    private static byte[] hmac(SecretKeySpec secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of()
                    .formatHex(mac.doFinal(signed))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }
}
