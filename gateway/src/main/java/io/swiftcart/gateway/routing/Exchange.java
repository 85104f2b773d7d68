package io.swiftcart.gateway.routing;

import io.swiftcart.gateway.GatewayProblem;
import io.swiftcart.gateway.Repeat;
import io.swiftcart.gateway.admission.Outcome;
import io.swiftcart.gateway.admission.Permit;
import io.swiftcart.gateway.edge.BreakOff;
import io.swiftcart.gateway.edge.LingeringClose;
import io.swiftcart.gateway.edge.ReadOn;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a replica, and the answer on its way back, with back-pressure both
 * ways. All of it happens on the event loop of the client's connection.
 */
final class Exchange {
    private static final long BODY_BYTES_MAX = 1024 * 1024;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final HttpServerResponse answer;
    private final HttpClientRequest onwards;
    private final long silenceMillis;
    private final Permit permit;
    private final Handler<Problem> refuse;

    private @Nullable HttpClientResponse reply;
    private long bodyBytes;
    private long partsPassedOn;
    private long silenceTimer;
    private boolean clientIsBehind;
    private boolean sentWhole;
    private boolean over;

    /**
     * {@code refuse} answers the client when there is no answer to stream back; {@code permit} is
     * given back when the service has nothing more to do with the request.
     *
     * @param silenceMillis how long the answer may stand still in its middle
     */
    Exchange(
            RoutingContext context,
            HttpClientRequest onwards,
            long silenceMillis,
            Permit permit,
            Handler<Problem> refuse) {
        this.context = context;
        this.request = context.request();
        this.answer = context.response();
        this.onwards = onwards;
        this.silenceMillis = silenceMillis;
        this.permit = permit;
        this.refuse = refuse;
    }

    void begin() {
        if (answer.closed()) {
            onwards.reset();
            permit.done(Outcome.UNTOLD);
            return;
        }
        HopHeaders.onwards(request, onwards.headers());
        // What goes wrong is told by the response's future.
        onwards.exceptionHandler(_ -> {});
        onwards.response().onSuccess(this::sendBack).onFailure(this::fail);
        context.addEndHandler(_ -> end());
        if (hasBody()) {
            sendBody();
        } else {
            sentWhole = true;
            onwards.end();
        }
        request.resume();
    }

    private boolean hasBody() {
        // HTTP/2 need not announce a body.
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || BreakOff.sharesConnection(request) && !readOnly()
                || request.getHeader(HttpHeaders.CONTENT_LENGTH) != null;
    }

    private boolean readOnly() {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private void sendBody() {
        if (request.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            onwards.setChunked(true);
        }
        request.handler(this::sendPart);
        request.endHandler(_ -> sendEnd());
        request.exceptionHandler(_ -> letGo());
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            answer.writeContinue();
        }
    }

    private void sendPart(Buffer part) {
        bodyBytes += part.length();
        if (bodyBytes > BODY_BYTES_MAX) {
            refuseBody(new Problem(CommonProblem.PAYLOAD_TOO_LARGE, "Send at most 1 MiB."));
        } else if (!over) {
            onwards.write(part);
            if (onwards.writeQueueFull()) {
                request.pause();
                onwards.drainHandler(_ -> ReadOn.of(request));
            }
        }
    }

    private void sendEnd() {
        if (!over) {
            sentWhole = true;
            onwards.end();
        }
    }

    private void refuseBody(Problem problem) {
        letGo();
        if (answer.headWritten()) {
            BreakOff.of(context);
            return;
        }
        LingeringClose.announce(context);
        refuse.handle(problem);
        LingeringClose.of(context);
    }

    private void sendBack(HttpClientResponse reply) {
        if (answer.closed()) {
            // Of a write; its outcome is kept for whoever repeats it.
            long timer = context.vertx().setTimer(silenceMillis, _ -> giveUp());
            reply.exceptionHandler(_ -> permit.done(Outcome.UNTOLD));
            reply.endHandler(
                    _ -> {
                        context.vertx().cancelTimer(timer);
                        permit.done(Outcome.of(reply.statusCode()));
                    });
            return;
        }
        this.reply = reply;
        answer.setStatusCode(reply.statusCode());
        HopHeaders.back(reply.headers(), answer.headers());
        if (reply.statusCode() == 204
                || reply.statusCode() == 304
                || request.method().equals(HttpMethod.HEAD)) {
            answer.end();
            return;
        }
        if (reply.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            answer.setChunked(true);
        }
        reply.handler(part -> passOn(reply, part));
        reply.exceptionHandler(this::fail);
        reply.endHandler(_ -> passOnEnd());
        watchSilence();
    }

    private void passOn(HttpClientResponse from, Buffer part) {
        if (reply == null || answer.closed()) {
            return;
        }
        partsPassedOn++;
        answer.write(part);
        if (answer.writeQueueFull()) {
            clientIsBehind = true;
            from.pause();
            answer.drainHandler(_ -> goOn(from));
        }
    }

    private void goOn(HttpClientResponse reply) {
        clientIsBehind = false;
        partsPassedOn++;
        reply.resume();
    }

    /** The time limit of the client request ends with the head of the answer. */
    private void watchSilence() {
        long before = partsPassedOn;
        silenceTimer =
                context.vertx()
                        .setTimer(
                                silenceMillis,
                                _ -> {
                                    if (partsPassedOn > before || clientIsBehind) {
                                        watchSilence();
                                    } else {
                                        onwards.reset();
                                        BreakOff.of(context);
                                    }
                                });
    }

    private void passOnEnd() {
        if (!answer.closed()) {
            answer.end();
        }
    }

    /** An answer that has begun is never repaired: its client must not take it for whole. */
    private void fail(Throwable failure) {
        boolean late = failure instanceof TimeoutException;
        permit.done(late && sentWhole ? Outcome.STRAINED : Outcome.UNTOLD);
        if (over) {
            return;
        }
        if (late && !sentWhole) {
            refuseBody(new Problem(GatewayProblem.REQUEST_TIMEOUT, "Send the whole body at once."));
            return;
        }
        over = true;
        if (answer.headWritten()) {
            BreakOff.of(context);
        } else {
            refuse.handle(GatewayProblem.unanswered(failure, Repeat.of(request)));
        }
    }

    /**
     * The client has its answer, or has gone away. A write that was sent whole is let finish all
     * the same: cutting it short would only leave it for the service to clear up.
     */
    private void end() {
        context.vertx().cancelTimer(silenceTimer);
        // What the router says of the end is not so over HTTP/2, where streams close by themselves.
        boolean gone = !answer.ended();
        boolean writtenWhole = sentWhole && !readOnly();
        if (!sentWhole || gone && !writtenWhole) {
            letGo();
        } else if (gone && reply != null) {
            reply.resume();
        }
        if (!gone || !writtenWhole || reply != null) {
            permit.done(reply == null ? Outcome.UNTOLD : Outcome.of(reply.statusCode()));
        }
        over = true;
        ReadOn.of(request);
    }

    private void giveUp() {
        permit.done(Outcome.STRAINED);
        onwards.reset();
    }

    private void letGo() {
        over = true;
        onwards.reset();
    }
}
