package io.swiftcart.gateway.routing;

import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Streams a request to a replica of its service and the answer back, with back-pressure both ways.
 *
 * <p>Another replica is tried only when the connection could not be made, so that nothing is sent
 * twice. An answer that has begun is never repaired: when the replica dies in the middle, the
 * client's connection is closed.
 */
@Singleton
class Forwarding {
    private static final int CONNECT_MILLIS = 1_000;

    /** Longer than the longest wait that a caller may ask an order for. */
    private static final int SILENCE_MILLIS = 15_000;

    private static final int CONNECTIONS_PER_REPLICA = 128;
    private static final int WAITING_MAX = 1_024;
    private static final long BODY_BYTES_MAX = 1024 * 1024;

    private final HttpClient client;
    private final Replicas replicas;

    Forwarding(Vertx vertx, Replicas replicas) {
        this.replicas = replicas;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(CONNECT_MILLIS)
                                .setKeepAliveTimeout(60)
                                .setMaxWaitQueueSize(WAITING_MAX)
                                .setDecompressionSupported(false),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_REPLICA));
    }

    /** Forwards the request; {@code failed} is told when there is no answer to stream back. */
    void forward(RoutingContext context, Route route, Handler<Throwable> failed) {
        HttpServerRequest request = context.request();
        request.pause();
        connect(request, replicas.of(route.service()))
                .onSuccess(onwards -> stream(request, onwards, failed))
                .onFailure(failed);
    }

    private Future<HttpClientRequest> connect(
            HttpServerRequest request, List<SocketAddress> toTry) {
        RequestOptions options =
                new RequestOptions()
                        .setServer(toTry.getFirst())
                        .setHost(toTry.getFirst().host())
                        .setPort(toTry.getFirst().port())
                        .setMethod(request.method())
                        .setURI(request.uri())
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(SILENCE_MILLIS);
        List<SocketAddress> others = toTry.subList(1, toTry.size());
        Future<HttpClientRequest> first = client.request(options);
        return others.isEmpty() ? first : first.recover(_ -> connect(request, others));
    }

    private static void stream(
            HttpServerRequest request, HttpClientRequest onwards, Handler<Throwable> failed) {
        HttpServerResponse answer = request.response();
        HopHeaders.onwards(request, onwards.headers());
        onwards.response()
                .onSuccess(reply -> sendBack(request, reply))
                .onFailure(
                        failure -> {
                            if (answer.headWritten()) {
                                request.connection().close();
                            } else {
                                failed.handle(failure);
                            }
                        });
        if (hasBody(request)) {
            sendBody(request, onwards, failed);
        } else {
            onwards.end();
        }
        request.resume();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.getHeader(HttpHeaders.CONTENT_LENGTH) != null;
    }

    private static void sendBody(
            HttpServerRequest request, HttpClientRequest onwards, Handler<Throwable> failed) {
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            onwards.setChunked(true);
        }
        BodyLimit limit = new BodyLimit(BODY_BYTES_MAX);
        request.handler(part -> sendPart(part, request, onwards, limit, failed));
        request.endHandler(_ -> limit.unlessExceeded(onwards::end));
        request.exceptionHandler(_ -> onwards.reset());
    }

    private static void sendPart(
            Buffer part,
            HttpServerRequest request,
            HttpClientRequest onwards,
            BodyLimit limit,
            Handler<Throwable> failed) {
        if (limit.isExceededAlready()) {
            return;
        }
        if (limit.exceededWith(part.length())) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            failed.handle(new Problem(CommonProblem.PAYLOAD_TOO_LARGE, "Send at most 1 MiB."));
            onwards.reset();
            return;
        }
        onwards.write(part);
        if (onwards.writeQueueFull()) {
            request.pause();
            onwards.drainHandler(_ -> request.resume());
        }
    }

    private static void sendBack(HttpServerRequest request, HttpClientResponse reply) {
        HttpServerResponse answer = request.response();
        if (answer.ended() || answer.closed()) {
            reply.request().reset();
            return;
        }
        answer.setStatusCode(reply.statusCode());
        HopHeaders.back(reply.headers(), answer.headers());
        boolean bodiless =
                reply.statusCode() == 204
                        || reply.statusCode() == 304
                        || request.method().equals(HttpMethod.HEAD);
        if (bodiless) {
            answer.end();
            return;
        }
        if (reply.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            answer.setChunked(true);
        }
        reply.pipeTo(answer).onFailure(_ -> request.connection().close());
    }
}
