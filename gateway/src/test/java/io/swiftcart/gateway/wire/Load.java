package io.swiftcart.gateway.wire;

import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many requests at once, each connection its own client. */
public final class Load implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient client;

    /** At most {@code atOnce} requests are under way, the others wait. */
    public Load(int atOnce) {
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(1)
                                .setMaxEventLoopExecuteTime(60)
                                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS));
        client =
                vertx.createHttpClient(
                        new HttpClientOptions().setConnectTimeout(30_000),
                        new PoolOptions().setHttp1MaxSize(atOnce));
    }

    /** Sends all and waits for all; gives how many answers had each status and problem code. */
    public Map<String, Long> send(List<String> lines, byte[] bodyOfPosts) {
        List<Future<String>> answers =
                lines.stream().map(line -> send(line, Buffer.buffer(bodyOfPosts))).toList();
        Future.join(answers).toCompletionStage().toCompletableFuture().join();
        return answers.stream()
                .map(Future::result)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Future<String> send(String line, Buffer body) {
        String[] words = line.split(" ");
        HttpMethod method = HttpMethod.valueOf(words[0]);
        return client.request(method, RestAssured.port, "127.0.0.1", words[1])
                .compose(
                        request ->
                                method.equals(HttpMethod.POST)
                                        ? request.send(body)
                                        : request.send())
                .compose(answer -> answer.body().map(text -> outcome(answer.statusCode(), text)));
    }

    private static String outcome(int status, Buffer body) {
        return status < 400
                ? String.valueOf(status)
                : status + " " + body.toJsonObject().getString("code", "health");
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
