package io.swiftcart.notification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Reads mails of two parts. */
final class Mime {
    private Mime() {}

    /** The decoded part of this content type. */
    static String part(String raw, String type) {
        String unix = raw.replace("\r\n", "\n");
        int start = unix.indexOf("\nContent-Type: " + type);
        if (start < 0) {
            throw new AssertionError("no " + type + " in " + raw);
        }
        int body = unix.indexOf("\n\n", start) + 2;
        String headers = unix.substring(start, body).toLowerCase(java.util.Locale.ROOT);
        int end = unix.indexOf("\n--", body);
        String content = unix.substring(body, end < 0 ? unix.length() : end);
        if (headers.contains("quoted-printable")) {
            return quotedPrintable(content);
        }
        return headers.contains("base64")
                ? new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)
                : content;
    }

    private static String quotedPrintable(String content) {
        String joined = content.replace("=\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) == '=') {
                bytes.write(HexFormat.fromHexDigits(joined, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(joined.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
