package io.swiftcart.gateway.wire;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A service behind the gateway, at the wire: notes what reaches it and does as it is told. */
public final class Neighbour implements AutoCloseable {
    private final Vertx vertx;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private boolean closed;
    private volatile Handler<HttpServerRequest> onHead = _ -> {};
    private volatile Handler<HttpServerRequest> onWhole = Neighbour::ok;

    private Neighbour() {
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(1)
                                .setMaxEventLoopExecuteTime(60)
                                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS));
    }

    /** Takes the place that the gateway knows under this name, such as {@code order}. */
    public static Neighbour open(String name) {
        return open(name, new HttpServerOptions());
    }

    /** The same for one that speaks TLS alone. */
    public static Neighbour openOverTls(String name, Path pem) {
        return open(
                name,
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .setCertPath(pem.toString())
                                        .setKeyPath(pem.toString())));
    }

    private static Neighbour open(String name, HttpServerOptions options) {
        Neighbour neighbour = new Neighbour();
        neighbour
                .vertx
                .createHttpServer(
                        options.setHost("127.0.0.1")
                                .setPort(NeighbourPorts.of(name))
                                .setHandle100ContinueAutomatically(true))
                .requestHandler(neighbour::take)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return neighbour;
    }

    /** Does this for each request whose last byte has come, in place of answering 200. */
    public Neighbour answering(Handler<HttpServerRequest> behaviour) {
        onWhole = behaviour;
        return this;
    }

    /** Does this for each request as soon as its head has come, and nothing when it is whole. */
    public Neighbour interrupting(Handler<HttpServerRequest> behaviour) {
        onHead = behaviour;
        onWhole = _ -> {};
        return this;
    }

    /** Forgets what has come, and answers 200 again. */
    public void forget() {
        onHead = _ -> {};
        onWhole = Neighbour::ok;
        received.clear();
    }

    /** Does this where its requests are answered. */
    public void run(Runnable answer) {
        vertx.runOnContext(_ -> answer.run());
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received only() {
        if (received.size() != 1) {
            throw new AssertionError(received.size() + " requests came, not one");
        }
        return received.getFirst();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void take(HttpServerRequest request) {
        Received entry = new Received(request);
        received.add(entry);
        request.handler(entry::add);
        request.exceptionHandler(_ -> entry.breakOff());
        request.response().exceptionHandler(_ -> entry.breakOff());
        request.response().closeHandler(_ -> entry.breakOff());
        Handler<HttpServerRequest> whenWhole = onWhole;
        request.endHandler(
                _ -> {
                    entry.end();
                    whenWhole.handle(request);
                });
        onHead.handle(request);
    }

    private static void ok(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", "16")
                .end("{\"of\":\"service\"}");
    }
}
