package io.swiftcart.gateway.routing;

import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.gateway.ServiceTls;
import io.swiftcart.gateway.admission.Admission;
import io.swiftcart.gateway.admission.Outcome;
import io.swiftcart.gateway.admission.Permit;
import io.swiftcart.gateway.edge.ReadOn;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Finds a replica for each request and streams it there. Another replica is tried only when no
 * connection could be had, so that nothing is sent twice.
 */
@Singleton
class Forwarding {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final int CONNECT_MILLIS = 1_000;

    /**
     * More than the gates let through, event streams included: who is let in finds a connection.
     */
    private static final int CONNECTIONS_PER_REPLICA = 2_048;

    private final HttpClient client;
    private final Admission admission;
    private final Replicas replicas;
    private final long silenceMillis;

    /**
     * {@code silence}: how long a replica may send nothing, before or in the middle of its answer;
     * longer than the longest wait that a caller may ask an order for.
     */
    Forwarding(
            Vertx vertx,
            Replicas replicas,
            Admission admission,
            ServiceTls tls,
            @ConfigProperty(name = "swiftcart.gateway.silence", defaultValue = "15s")
                    Duration silence) {
        this.replicas = replicas;
        this.admission = admission;
        this.silenceMillis = silence.toMillis();
        this.client =
                vertx.createHttpClient(
                        tls.on(
                                new HttpClientOptions()
                                        .setConnectTimeout(CONNECT_MILLIS)
                                        .setKeepAliveTimeout(60)
                                        .setDecompressionSupported(false)),
                        new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_REPLICA));
    }

    /** Forwards the request; {@code refuse} answers it when there is no answer to stream back. */
    void forward(RoutingContext context, Route route, Handler<Problem> refuse) {
        context.request().pause();
        admission
                .enter(context, route.service(), replicas.count(route.service()))
                .onSuccess(permit -> send(context, route, permit, refuse))
                .onFailure(failure -> refuse(context, refuse, (Problem) failure));
    }

    private void send(RoutingContext context, Route route, Permit permit, Handler<Problem> refuse) {
        if (context.response().closed()) {
            permit.done(Outcome.UNTOLD);
            return;
        }
        connect(context, replicas.of(route.service()))
                .onSuccess(
                        onwards ->
                                new Exchange(context, onwards, silenceMillis, permit, refuse)
                                        .begin())
                .onFailure(
                        failure -> {
                            permit.done(Outcome.UNTOLD);
                            tell(route, failure);
                            refuse(context, refuse, GatewayProblem.unreached(failure));
                        });
    }

    private static void tell(Route route, Throwable failure) {
        // An overload would double the log: the line of each request tells of it already.
        if (failure instanceof IOException) {
            LOG.warnf("No replica of %s can be reached: %s", route.service(), failure);
        }
    }

    private static void refuse(RoutingContext context, Handler<Problem> refuse, Problem problem) {
        refuse.handle(problem);
        ReadOn.of(context.request());
    }

    private Future<HttpClientRequest> connect(RoutingContext context, List<SocketAddress> toTry) {
        SocketAddress replica = toTry.getFirst();
        RequestOptions options =
                new RequestOptions()
                        .setServer(replica)
                        .setHost(replica.host())
                        .setPort(replica.port())
                        .setMethod(context.request().method())
                        .setURI(checkedAddress(context))
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(silenceMillis);
        List<SocketAddress> others = toTry.subList(1, toTry.size());
        Future<HttpClientRequest> first =
                client.request(options).onSuccess(request -> watch(replica, request));
        return others.isEmpty() ? first : first.recover(_ -> connect(context, others));
    }

    /** A service closes connections only when it is about to stop. */
    private void watch(SocketAddress replica, HttpClientRequest onwards) {
        onwards.response()
                .onSuccess(
                        reply -> {
                            if (reply.headers()
                                    .contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
                                replicas.leaves(replica);
                            }
                        });
    }

    /** The path that led to the route, not the one sent: a service might resolve dots otherwise. */
    private static String checkedAddress(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
