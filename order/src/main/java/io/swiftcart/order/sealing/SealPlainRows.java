package io.swiftcart.order.sealing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Encrypts the plain rows of earlier releases. Two replicas at once do no harm. */
@ApplicationScoped
class SealPlainRows {
    private static final int BATCH = 200;

    private final Database database;
    private final PlainRepository plain;
    private final DataKeys dataKeys;

    SealPlainRows(Database database, PlainRepository plain, DataKeys dataKeys) {
        this.database = database;
        this.plain = plain;
        this.dataKeys = dataKeys;
    }

    /**
     * A rolling upgrade may still write plain rows, so it goes on looking; the look is one index.
     */
    @Scheduled(
            every = "${swiftcart.order.sealing.every:30s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> all() {
        return whileFull(this::orders).chain(() -> whileFull(this::sessions));
    }

    private Uni<Integer> orders() {
        return plain.orders(database.pool(), BATCH)
                .call(
                        rows ->
                                dataKeys.ofAll(subjects(rows))
                                        .chain(
                                                keys ->
                                                        plain.sealOrders(
                                                                database.pool(), rows, keys)))
                .map(List::size);
    }

    private Uni<Integer> sessions() {
        return plain.sessions(database.pool(), BATCH)
                .call(
                        rows ->
                                dataKeys.ofAll(subjects(rows))
                                        .chain(
                                                keys ->
                                                        plain.sealSessions(
                                                                database.pool(), rows, keys)))
                .map(List::size);
    }

    private static List<String> subjects(List<PlainRow> rows) {
        return rows.stream().map(PlainRow::subject).toList();
    }

    private static Uni<Void> whileFull(Supplier<Uni<Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch.get())
                .whilst(done -> done == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
