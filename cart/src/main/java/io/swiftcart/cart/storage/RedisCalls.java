package io.swiftcart.cart.storage;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this service asks Redis: within a time, and scripts by their name where Redis knows it. */
@ApplicationScoped
class RedisCalls {
    private final ReactiveRedisDataSource redis;
    private final Duration timeout;

    RedisCalls(
            ReactiveRedisDataSource redis,
            @ConfigProperty(name = "swiftcart.cart.redis.timeout") Duration timeout) {
        this.redis = redis;
        this.timeout = timeout;
    }

    /** Runs a script; Redis forgets scripts when it restarts, so it may have to be told again. */
    Uni<Response> run(RedisScript script, List<String> keys, List<String> arguments) {
        return inTime(
                redis.execute("EVALSHA", words(script.sha(), keys, arguments))
                        .onFailure(RedisCalls::isUnknownScript)
                        .recoverWithUni(
                                () ->
                                        redis.execute(
                                                "EVAL", words(script.source(), keys, arguments))));
    }

    Uni<Response> execute(String command, String... arguments) {
        return inTime(redis.execute(command, arguments));
    }

    /** A timeout fires on a timer's thread; what follows goes back to the caller's context. */
    private <T> Uni<T> inTime(Uni<T> call) {
        Context context = Vertx.currentContext();
        Uni<T> limited = call.ifNoItem().after(timeout).fail();
        return context == null
                ? limited
                : limited.emitOn(task -> context.runOnContext(_ -> task.run()));
    }

    private static boolean isUnknownScript(Throwable failure) {
        String text = failure.getMessage();
        return text != null && text.startsWith("NOSCRIPT");
    }

    private static String[] words(String script, List<String> keys, List<String> arguments) {
        List<String> words = new ArrayList<>(keys.size() + arguments.size() + 2);
        words.add(script);
        words.add(String.valueOf(keys.size()));
        words.addAll(keys);
        words.addAll(arguments);
        return words.toArray(String[]::new);
    }
}
