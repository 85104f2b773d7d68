package io.swiftcart.payment.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.payment.provider.StripeConfig;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {

    private static final long NOW = 1_800_000_000;
    private static final byte[] BODY = "{\"id\": \"evt_1\", \"name\": \"Größe\"}".getBytes(UTF_8);

    private final StripeSignature signature =
            new StripeSignature(
                    new Secrets(List.of("whsec_new", "whsec_old")),
                    Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    private record Secrets(List<String> webhookSecrets) implements StripeConfig {
        @Override
        public String url() {
            return "http://localhost";
        }

        @Override
        public String apiKey() {
            return "sk_test";
        }
    }

    @Test
    void each_of_our_secrets_will_do_and_no_other() {
        assertTrue(signature.covers(BODY, "t=" + NOW + ",v1=" + code("whsec_new", NOW)));
        assertTrue(signature.covers(BODY, "t=" + NOW + ",v1=" + code("whsec_old", NOW)));
        assertFalse(signature.covers(BODY, "t=" + NOW + ",v1=" + code("whsec_other", NOW)));
    }

    @Test
    void one_good_signature_among_several_is_enough() {
        String header =
                "t=%d,v1=%s,v0=x,v1=%s"
                        .formatted(NOW, code("whsec_other", NOW), code("whsec_old", NOW));

        assertTrue(signature.covers(BODY, header));
    }

    @Test
    void it_holds_for_five_minutes_to_either_side_and_not_a_second_longer() {
        for (long apart : new long[] {-300, 0, 300}) {
            long time = NOW + apart;
            assertTrue(signature.covers(BODY, "t=" + time + ",v1=" + code("whsec_new", time)));
        }
        for (long apart : new long[] {-301, 301}) {
            long time = NOW + apart;
            assertFalse(signature.covers(BODY, "t=" + time + ",v1=" + code("whsec_new", time)));
        }
    }

    @Test
    void the_time_and_every_byte_of_the_body_are_covered() {
        String header = "t=" + NOW + ",v1=" + code("whsec_new", NOW);
        byte[] changed = BODY.clone();
        changed[changed.length - 1]++;

        assertFalse(signature.covers(changed, header));
        assertFalse(signature.covers(BODY, header.replace("t=" + NOW, "t=" + (NOW + 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "t=",
                "v1=",
                "t=1800000000",
                "t=x,v1=00",
                "t=-1,v1=00",
                "t=99999999999999999999,v1=0"
            })
    void what_is_no_signature_covers_nothing(String header) {
        assertFalse(signature.covers(BODY, header));
        assertFalse(signature.covers(BODY, null));
    }

    private static String code(String secret, long time) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(BODY));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
