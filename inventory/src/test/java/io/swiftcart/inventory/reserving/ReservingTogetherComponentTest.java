package io.swiftcart.inventory.reserving;

import static io.swiftcart.inventory.reserving.Crowd.fate;
import static io.swiftcart.inventory.reserving.Crowd.fates;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.Tables;
import io.swiftcart.inventory.domain.Lines.Line;
import io.swiftcart.inventory.ledger.FactKind;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.stack.testing.Facts;
import io.vertx.mutiny.core.eventbus.EventBus;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Many orders in one statement: each is decided as if it had come alone, after the ones before. */
@QuarkusTest
class ReservingTogetherComponentTest {
    private final DecideTogether decideTogether;
    private final ReserveStock reserveStock;
    private final Crowd crowd;
    private final Tables tables;
    private final EventBus bus;
    private final MeterRegistry metrics;

    ReservingTogetherComponentTest(
            DecideTogether decideTogether,
            ReserveStock reserveStock,
            Crowd crowd,
            Tables tables,
            EventBus bus,
            MeterRegistry metrics) {
        this.decideTogether = decideTogether;
        this.reserveStock = reserveStock;
        this.crowd = crowd;
        this.tables = tables;
        this.bus = bus;
        this.metrics = metrics;
    }

    @Test
    void five_thousand_buyers_of_a_hundred_units_get_exactly_a_hundred() {
        String sku = crowd.aSkuWith(100);
        List<ReserveRequest> requests =
                IntStream.range(0, 5_000).mapToObj(_ -> request(sku)).toList();

        List<CompletableFuture<String>> answers =
                requests.stream()
                        .map(
                                request ->
                                        reserveStock
                                                .with(request)
                                                .map(outcome -> outcome.getClass().getSimpleName())
                                                .subscribeAsCompletionStage())
                        .toList();
        Map<String, Long> counted =
                answers.stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.groupingBy(fate -> fate, Collectors.counting()));

        assertEquals(Map.of("Reserved", 100L, "Refused", 4_900L), counted);
        assertEquals(100, tables.number("select reserved from stock where sku = $1", sku));
        assertEquals(
                100,
                tables.number(
                        "select count(*)::integer from movement where sku = $1 and type = 'RESERVED'",
                        sku));
    }

    @Test
    void an_order_that_is_short_leaves_its_units_to_the_next() {
        String sku = crowd.aSkuWith(4);
        String other = crowd.aSkuWith(1);
        List<Ask> batch =
                List.of(
                        crowd.anAsk(new Line(sku, 3)),
                        crowd.anAsk(new Line(sku, 1), new Line(other, 2)),
                        crowd.anAsk(new Line(sku, 2)),
                        crowd.anAsk(new Line(sku, 1), new Line(other, 1)),
                        crowd.anAsk(new Line(sku, 1)));

        decide(batch);

        assertEquals(
                List.of("Reserved", "Refused", "Refused", "Reserved", "Refused"), fates(batch));
        assertEquals(4, tables.number("select reserved from stock where sku = $1", sku));
        assertEquals(2, tables.number("select version::integer from stock where sku = $1", sku));
    }

    @Test
    void an_order_that_cannot_be_decided_fails_alone() {
        String sku = crowd.aSkuWith(100);
        List<Ask> batch = new ArrayList<>();
        IntStream.range(0, 9).forEach(_ -> batch.add(crowd.anAsk(new Line(sku, 1))));
        UUID poison = batch.get(4).order().value();
        tables.sql(
                "insert into movement (sku, type, on_hand_delta, reserved_delta, order_id, occurred_at)"
                        + " values ($1, 'RESERVED', 0, 1, $2, now())",
                sku,
                poison);

        decide(batch);
        tables.sql("delete from movement where order_id = $1", poison);

        List<String> expected = new ArrayList<>(Collections.nCopies(9, "Reserved"));
        expected.set(4, "PgException");
        assertEquals(expected, fates(batch));
        assertEquals(8, tables.number("select reserved from stock where sku = $1", sku));
    }

    @Test
    void the_fact_of_each_order_goes_by_the_name_of_its_own_request() {
        String sku = crowd.aSkuWith(2);
        List<Ask> batch =
                IntStream.range(0, 3).mapToObj(_ -> crowd.anAsk(new Line(sku, 1))).toList();

        decide(batch);

        assertEquals(List.of("Reserved", "Reserved", "Refused"), fates(batch));
        assertToldByName(batch.get(0), FactKind.RESERVED);
        assertToldByName(batch.get(1), FactKind.RESERVED);
        assertToldByName(batch.get(2), FactKind.RESERVATION_FAILED);
    }

    @Test
    void an_order_whose_caller_gave_up_is_decided_all_the_same() {
        String sku = crowd.aSkuWith(1);

        reserveStock.with(request(sku)).subscribe().with(_ -> {}).cancel();

        await().atMost(Crowd.PATIENCE)
                .until(() -> tables.number("select reserved from stock where sku = $1", sku) == 1);
    }

    @Test
    void whoever_finds_the_queue_full_is_asked_to_come_back() {
        AskQueue small = new AskQueue(decideTogether, bus, aQueueOf(1, Crowd.PATIENCE), metrics);
        Ask first = crowd.anAsk(new Line("SKU-1", 1));
        Ask second = crowd.anAsk(new Line("SKU-1", 1));

        CompletableFuture<?> waiting = small.join(first).subscribeAsCompletionStage();
        CompletionException refusal =
                Assertions.assertThrows(
                        CompletionException.class,
                        () -> small.join(second).subscribeAsCompletionStage().join());

        Problem problem = (Problem) refusal.getCause();
        assertEquals(CommonProblem.SERVICE_UNAVAILABLE, problem.code());
        assertEquals(Duration.ofSeconds(1), problem.retryAfter());
        Assertions.assertFalse(waiting.isDone());
    }

    @Test
    void a_batch_that_hangs_is_given_up_and_the_next_one_is_decided() {
        String stuckSku = crowd.aSkuWith(1);
        String sku = crowd.aSkuWith(1);
        AskQueue impatient =
                new AskQueue(decideTogether, bus, aQueueOf(5, Duration.ofSeconds(3)), metrics);
        Ask stuck = crowd.anAsk(new Line(stuckSku, 1));
        Ask next = crowd.anAsk(new Line(sku, 1));
        SqlConnection holder = crowd.locking(stuckSku);

        CompletableFuture<?> first = impatient.join(stuck).subscribeAsCompletionStage();
        impatient.decideAll("").await().atMost(Crowd.PATIENCE);
        CompletableFuture<?> second = impatient.join(next).subscribeAsCompletionStage();
        impatient.decideAll("").await().atMost(Crowd.PATIENCE);
        holder.close().await().atMost(Crowd.PATIENCE);

        assertEquals("TimeoutException", fate(stuck));
        assertEquals("Reserved", fate(next));
        Assertions.assertTrue(first.isCompletedExceptionally());
        Assertions.assertFalse(second.isCompletedExceptionally());
    }

    @Test
    void replicas_that_decide_at_the_same_time_sell_no_unit_twice() {
        List<String> skus = Stream.generate(() -> crowd.aSkuWith(30)).limit(4).toList();
        Random random = new Random(42);
        List<List<Ask>> batches = Stream.generate(() -> aBatch(random, skus)).limit(12).toList();

        Uni.join()
                .all(batches.stream().map(decideTogether::with).toList())
                .andFailFast()
                .await()
                .atMost(Crowd.PATIENCE);

        Map<String, Integer> held = new TreeMap<>();
        batches.stream()
                .flatMap(List::stream)
                .filter(ask -> fate(ask).equals("Reserved"))
                .flatMap(ask -> ask.lines().all().stream())
                .forEach(line -> held.merge(line.sku(), line.qty(), Integer::sum));
        for (String sku : skus) {
            assertEquals(
                    held.getOrDefault(sku, 0),
                    tables.number("select reserved from stock where sku = $1", sku));
        }
        // Every SKU is wanted far beyond its stock, one unit at a time too.
        assertEquals(Collections.nCopies(4, 30), List.copyOf(held.values()));
    }

    @Test
    void an_empty_shelf_and_a_repeat_are_told_apart_in_one_batch() {
        String sku = crowd.aSkuWith(2);
        Ask first = crowd.anAsk(new Line(sku, 2));
        Ask twin = crowd.ask(first.order().value(), first.lines());
        Ask other = crowd.ask(first.order().value(), crowd.anAsk(new Line(sku, 1)).lines());
        Ask late = crowd.anAsk(new Line(sku, 1));

        decide(List.of(first, twin, other, late));

        assertEquals("Reserved", fate(first));
        assertEquals("Reserved", fate(twin));
        assertEquals("Different", fate(other));
        assertEquals("Refused", fate(late));
    }

    private List<Ask> aBatch(Random random, List<String> skus) {
        return IntStream.range(0, 40)
                .mapToObj(
                        i ->
                                i % 4 == 0
                                        ? crowd.anAsk(
                                                new Line(skus.get(random.nextInt(4)), 2),
                                                new Line(skus.get(random.nextInt(4)), 1))
                                        : crowd.anAsk(new Line(skus.get(random.nextInt(4)), 1)))
                .toList();
    }

    private void decide(List<Ask> batch) {
        decideTogether.with(batch).await().atMost(Crowd.PATIENCE);
    }

    private static void assertToldByName(Ask ask, FactKind kind) {
        Map<String, String> headers =
                Facts.consume(kind.topic()).ofKey(ask.order().toString(), 1).getFirst().headers();
        assertEquals(ask.correlationId(), headers.get("correlation-id"));
        assertEquals(ask.traceparent(), headers.get("traceparent"));
    }

    private static ReserveRequest request(String sku) {
        return new ReserveRequest(UUID.randomUUID(), List.of(new ReserveRequest.Item(sku, 1)), 900);
    }

    private static ReservingConfig aQueueOf(int waitingMax, Duration patience) {
        return new ReservingConfig() {
            @Override
            public int batchMax() {
                return 1;
            }

            @Override
            public int waitingMax() {
                return waitingMax;
            }

            @Override
            public Duration patience() {
                return patience;
            }
        };
    }
}
