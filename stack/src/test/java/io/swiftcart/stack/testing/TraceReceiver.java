package io.swiftcart.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A collector in this process: takes traces by OTLP over HTTP and remembers every span. */
public final class TraceReceiver implements AutoCloseable {
    private static final String SERVICE = "service.name";

    private final HttpServer server;
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /**
     * One span as it arrived.
     *
     * @param parentId empty when it began the trace
     * @param kind as OTLP calls it, without its prefix: SERVER, CLIENT, PRODUCER, CONSUMER,
     *     INTERNAL
     * @param events what happened in it, exceptions above all, as text
     */
    public record Seen(
            String service,
            String traceId,
            String spanId,
            String parentId,
            String name,
            String kind,
            Map<String, String> attributes,
            String events) {}

    /** At a port of its own choice when it is 0. */
    public static TraceReceiver at(int port) {
        try {
            return new TraceReceiver(
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private TraceReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** For {@code OTEL_EXPORTER_OTLP_ENDPOINT}; the protocol is http/protobuf. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Every span so far. */
    public List<Seen> all() {
        return List.copyOf(seen);
    }

    public List<Seen> ofTrace(String traceId) {
        return seen.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::remember);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void remember(ResourceSpans sent) {
        String service =
                texts(sent.getResource().getAttributesList()).getOrDefault(SERVICE, "nobody");
        sent.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> seen(service, span))
                .forEach(seen::add);
    }

    private static Seen seen(String service, Span span) {
        return new Seen(
                service,
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", ""),
                texts(span.getAttributesList()),
                span.getEventsList().toString());
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, TraceReceiver::text));
    }

    private static String text(KeyValue attribute) {
        return attribute.getValue().hasStringValue()
                ? attribute.getValue().getStringValue()
                : attribute.getValue().toString().strip();
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
