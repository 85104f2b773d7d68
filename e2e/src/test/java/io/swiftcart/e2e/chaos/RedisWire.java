package io.swiftcart.e2e.chaos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Redis' own protocol, as far as a vandal needs it. */
final class RedisWire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RedisWire(String url) throws IOException {
        URI address = URI.create(url);
        socket = new Socket(address.getHost(), address.getPort());
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** What every key holds, as Redis packs it. */
    Map<String, byte[]> dump() throws IOException {
        Map<String, byte[]> all = new HashMap<>();
        for (Object key : (List<?>) say("KEYS", "*")) {
            String name = new String((byte[]) key, StandardCharsets.UTF_8);
            if (say("DUMP", name) instanceof byte[] value) {
                all.put(name, value);
            }
        }
        return all;
    }

    /** Puts it back, without an end to its life. */
    void restore(Map<String, byte[]> all) throws IOException {
        for (Map.Entry<String, byte[]> entry : all.entrySet()) {
            say("RESTORE", entry.getKey(), "0", entry.getValue(), "REPLACE");
        }
    }

    /** A text, a number as text, bytes, a list, or null. */
    Object say(Object... words) throws IOException {
        out.write(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (Object word : words) {
            byte[] bytes =
                    word instanceof byte[] raw
                            ? raw
                            : word.toString().getBytes(StandardCharsets.UTF_8);
            out.write(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
        return answer();
    }

    private Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> bytes(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException("Redis says " + line);
        };
    }

    private List<Object> list(int size) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(answer());
        }
        return list;
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        line();
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Redis hung up");
            }
            line.append((char) c);
        }
        in.read();
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
