package io.swiftcart.gateway.admission;

import io.swiftcart.gateway.Sender;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests with an idempotency key that are under way through this process. Whoever repeats one
 * blindly, hundreds at a time, is told so here; each would else cost its service a transaction to
 * say the same. Bounded by the number of places at the gates.
 */
final class KeysUnderWay {
    /** Whoever repeats the completion of a checkout waits there, and is shown its order. */
    private static final String CHECKOUT = "/api/v1/checkout";

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** The caller's name for this request; empty when it has none, or none that is in form. */
    static Optional<String> nameOf(RoutingContext context) {
        HttpServerRequest request = context.request();
        List<String> sent = request.headers().getAll(IdempotencyKey.HEADER);
        if (sent.size() != 1 || context.normalizedPath().startsWith(CHECKOUT)) {
            return Optional.empty();
        }
        Sender sender = Sender.of(context);
        return Optional.of(
                String.join(
                        " ",
                        sender.kind().name(),
                        sender.id(),
                        request.method().name(),
                        context.normalizedPath(),
                        bare(sent.getFirst().strip())));
    }

    /** False when a request of that name is under way. */
    boolean begin(String name) {
        return names.add(name);
    }

    void end(String name) {
        names.remove(name);
    }

    /** Quoted and bare are the same key. */
    private static String bare(String key) {
        boolean quoted = key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"");
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
