package io.swiftcart.gateway.wire;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** A request as it reached a neighbour; its body grows until it is whole or broken off. */
public final class Received {
    private final HttpServerRequest request;
    private final Buffer body = Buffer.buffer();
    private volatile boolean whole;
    private volatile boolean brokenOff;

    Received(HttpServerRequest request) {
        this.request = request;
    }

    public String line() {
        return request.method() + " " + request.uri();
    }

    public List<String> header(String name) {
        return request.headers().getAll(name);
    }

    public byte[] body() {
        synchronized (body) {
            return body.getBytes();
        }
    }

    /** Whether its last byte has come. */
    public boolean whole() {
        return whole;
    }

    /** Whether the gateway let it go: while it was sent, or while it was answered. */
    public boolean brokenOff() {
        return brokenOff;
    }

    void add(Buffer part) {
        synchronized (body) {
            body.appendBuffer(part);
        }
    }

    void end() {
        whole = true;
    }

    void breakOff() {
        brokenOff = true;
    }
}
