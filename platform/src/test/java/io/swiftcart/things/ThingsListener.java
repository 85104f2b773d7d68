package io.swiftcart.things;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.inbox.Consumption;
import io.swiftcart.platform.inbox.Inbox;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Counts each fact in the table; names that say so fail, some of them for ever. */
@ApplicationScoped
public class ThingsListener {
    private static final String COUNT =
            """
            insert into thing (name, correlation_id) values ($1, $2)
            on conflict (name) do update set times = thing.times + 1
            """;

    private final Consumption consumption;
    private final Inbox inbox;
    private final Database database;
    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

    private final AtomicReference<UniEmitter<? super Void>> hanging = new AtomicReference<>();
    private volatile boolean healthy = true;

    ThingsListener(Consumption consumption, Inbox inbox, Database database) {
        this.consumption = consumption;
        this.inbox = inbox;
        this.database = database;
    }

    @Incoming("things")
    Uni<Void> on(Message<byte[]> message) {
        return consumption.of(message, Happened.class, this::count);
    }

    /** From now on, names that begin with sick fail. */
    public void sicken() {
        healthy = false;
    }

    public void heal() {
        healthy = true;
    }

    /** Lets the last name that begins with hang go on. */
    public void letGo() {
        hanging.get().complete(null);
    }

    public int tries(String name) {
        return tries.getOrDefault(name, new AtomicInteger()).get();
    }

    private Uni<Void> count(Happened fact) {
        if (fact.name().startsWith("hang")) {
            return Uni.createFrom().<Void>emitter(hanging::set);
        }
        int attempt =
                tries.computeIfAbsent(fact.name(), _ -> new AtomicInteger()).incrementAndGet();
        if (fact.name().startsWith("sick") && !healthy
                || fact.name().startsWith("never")
                || fact.name().startsWith("third") && attempt < 3) {
            return Uni.createFrom().failure(new IllegalStateException("refused " + fact.name()));
        }
        return database.inTransaction(
                tx ->
                        inbox.claim(tx, "things", fact.eventId())
                                .chain(
                                        isNew ->
                                                isNew
                                                        ? tx.preparedQuery(COUNT)
                                                                .execute(
                                                                        Tuple.of(
                                                                                fact.name(),
                                                                                Correlation
                                                                                        .current()))
                                                                .replaceWithVoid()
                                                        : Uni.createFrom().voidItem()));
    }
}
