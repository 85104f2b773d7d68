package io.swiftcart.gateway.wire;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to the gateway that sends exactly the bytes it is given. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    public Wire() {
        try {
            socket = new Socket("127.0.0.1", RestAssured.port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one request on a connection of its own; {@code headers} are whole lines. */
    public static Answer ask(String methodAndUri, String... headers) {
        return send(methodAndUri, new byte[0], headers);
    }

    /** Sends one request with a body of known length. */
    public static Answer send(String methodAndUri, byte[] body, String... headers) {
        try (Wire wire = new Wire()) {
            List<String> all = new ArrayList<>(List.of(headers));
            if (body.length > 0) {
                all.add("Content-Length: " + body.length);
            }
            return wire.head(methodAndUri, all.toArray(String[]::new)).bytes(body).answer();
        }
    }

    /** Writes the request line, Host and the headers. */
    public Wire head(String methodAndUri, String... headers) {
        StringBuilder head =
                new StringBuilder(methodAndUri + " HTTP/1.1\r\nHost: shop.example\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return bytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire chunk(byte[] part) {
        return bytes(
                        (Integer.toHexString(part.length) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII))
                .bytes(part)
                .bytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    public Wire bytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one final answer; interim ones (100) are passed over. */
    public Answer answer() {
        try {
            String status = line();
            Map<String, List<String>> headers = headers();
            int code = Integer.parseInt(status.split(" ")[1]);
            if (code == 100) {
                return answer();
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            boolean whole = body(code, headers, body);
            return new Answer(code, headers, body.toByteArray(), whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line that the gateway sends; empty when the connection has ended. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    public Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    public InputStream stream() {
        return in;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean body(int status, Map<String, List<String>> headers, ByteArrayOutputStream body)
            throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks(body);
        }
        if (status == 204 || status == 304 || !headers.containsKey("content-length")) {
            return true;
        }
        int length = Integer.parseInt(headers.get("content-length").getFirst());
        body.write(in.readNBytes(length));
        return body.size() == length;
    }

    private boolean chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            String size = line();
            if (size.isEmpty()) {
                return false;
            }
            int length = Integer.parseInt(size, 16);
            byte[] part = in.readNBytes(length);
            body.write(part);
            line();
            if (length == 0) {
                return true;
            }
        }
    }
}
