package io.swiftcart.cart.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One of the Lua scripts in {@code /redis}, with the name by which Redis remembers it. */
enum RedisScript {
    CREATE("create", true),
    READ("read", true),
    READ_MINE("read-mine", true),
    PUT_LINE("put-line", true),
    REMOVE_LINE("remove-line", true),
    MERGE("merge", true),
    BEGIN_CHECKOUT("begin-checkout", true),
    DISCARD("discard", true),
    KEEP_PRODUCT("keep-product", false),
    FORGET_PRODUCT("forget-product", false);

    private final String source;
    private final String sha;

    RedisScript(String file, boolean ofCarts) {
        source = (ofCarts ? read("common") : "") + read(file);
        sha = sha(source);
    }

    String source() {
        return source;
    }

    String sha() {
        return sha;
    }

    private static String read(String file) {
        try (InputStream script =
                RedisScript.class.getResourceAsStream("/redis/" + file + ".lua")) {
            if (script == null) {
                throw new IllegalStateException("no script " + file);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha(String source) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
