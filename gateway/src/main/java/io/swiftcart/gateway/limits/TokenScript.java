package io.swiftcart.gateway.limits;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** {@code redis/take-tokens.lua} as a question to Redis. */
record TokenScript(String source, String sha) {
    private static final String FILE = "/redis/take-tokens.lua";

    static TokenScript read() {
        try (InputStream file = TokenScript.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no script " + FILE);
            }
            byte[] source = file.readAllBytes();
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(source);
            return new TokenScript(
                    new String(source, StandardCharsets.UTF_8), HexFormat.of().formatHex(sha));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Request byName(Quotas.Allowance allowance, long wanted, long unused) {
        return asks(Request.cmd(Command.EVALSHA).arg(sha), allowance, wanted, unused);
    }

    /** Redis forgets scripts when it restarts. */
    Request whole(Quotas.Allowance allowance, long wanted, long unused) {
        return asks(Request.cmd(Command.EVAL).arg(source), allowance, wanted, unused);
    }

    static boolean isUnknown(Throwable failure) {
        String text = failure.getMessage();
        return text != null && text.startsWith("NOSCRIPT");
    }

    private static Request asks(
            Request request, Quotas.Allowance allowance, long wanted, long unused) {
        Quota quota = allowance.quota();
        return request.arg(1)
                .arg(allowance.key())
                .arg(String.valueOf(quota.rate()))
                .arg(quota.burst())
                .arg(wanted)
                .arg(unused);
    }
}
