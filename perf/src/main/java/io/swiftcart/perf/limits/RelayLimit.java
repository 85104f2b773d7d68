package io.swiftcart.perf.limits;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The relay's round: read a batch of the outbox, publish it, delete it. One session, as there. */
final class RelayLimit {
    private static final int BATCH = 500;

    /** Facts of the size that orders tell. */
    static final String FILL =
            """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
            select gen_random_uuid(), '%s', gen_random_uuid()::text, 'limit', '%s', '%s', now()
            from generate_series(1, 200000)
            """
                    .formatted(
                            Broker.TOPIC,
                            Payload.ofFact(new UUID(0, 0)),
                            Payload.headers(new UUID(0, 0)).encode());

    private final String next;
    private final String delete;

    RelayLimit(ClassLoader service) {
        String repository = "io.swiftcart.platform.outbox.OutboxRepository";
        next = ServiceStatement.of(service, repository, "NEXT");
        delete = ServiceStatement.of(service, repository, "DELETE");
    }

    /** Facts a second, until the time is over or the outbox is empty. */
    Rate run(PgConnection session, KafkaProducer<String, byte[]> producer, Duration atMost)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long published = 0;
        while (System.nanoTime() - begun < atMost.toNanos()) {
            int batch = round(session, producer);
            if (batch == 0) {
                break;
            }
            published += batch;
        }
        return Rate.of(published, System.nanoTime() - begun);
    }

    int operandsOfNext() {
        return ServiceStatement.operands(next);
    }

    private int round(PgConnection session, KafkaProducer<String, byte[]> producer)
            throws InterruptedException, ExecutionException {
        RowSet<Row> rows =
                answer(session.preparedQuery(next).execute(Tuple.of(new String[0], BATCH)));
        List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Row row : rows) {
            byte[] payload = row.getString("payload").getBytes(StandardCharsets.UTF_8);
            sent.add(
                    producer.send(
                            new ProducerRecord<>(
                                    row.getString("aggregatetype"),
                                    row.getString("aggregateid"),
                                    payload)));
            seqs.add(row.getLong("seq"));
        }
        for (java.util.concurrent.Future<?> acknowledged : sent) {
            acknowledged.get();
        }
        answer(session.preparedQuery(delete).execute(Tuple.of(seqs.toArray(Long[]::new))));
        return seqs.size();
    }

    private static <T> T answer(Future<T> asked) throws InterruptedException, ExecutionException {
        return asked.toCompletionStage().toCompletableFuture().get();
    }
}
