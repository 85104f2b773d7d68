package io.swiftcart.inventory.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.inventory.Tables;
import io.swiftcart.inventory.domain.Lines;
import io.swiftcart.inventory.domain.Lines.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random batches are decided as a model of ten lines decides them one by one. */
@QuarkusTest
class RandomBatchesComponentTest {
    private static final int BATCHES = 8;
    private static final int SKUS = 5;

    private final DecideTogether decideTogether;
    private final Crowd crowd;
    private final Tables tables;

    /** What is left, and what each order has. */
    private record Model(Map<String, Integer> left, Map<UUID, Lines> held) {

        /** Who asks again within the batch comes after everybody else of it. */
        List<String> decide(List<Ask> batch) {
            Map<Ask, String> fates = new IdentityHashMap<>();
            Set<UUID> seen = new HashSet<>();
            batch.stream()
                    .filter(ask -> seen.add(ask.order().value()))
                    .forEach(ask -> fates.put(ask, decide(ask)));
            List<Ask> rest = batch.stream().filter(ask -> !fates.containsKey(ask)).toList();
            if (!rest.isEmpty()) {
                List<String> later = decide(rest);
                IntStream.range(0, rest.size()).forEach(i -> fates.put(rest.get(i), later.get(i)));
            }
            return batch.stream().map(fates::get).toList();
        }

        private String decide(Ask ask) {
            Lines before = held.get(ask.order().value());
            if (before != null) {
                return before.equals(ask.lines()) ? "Reserved" : "Different";
            }
            if (ask.lines().all().stream()
                    .anyMatch(line -> left.getOrDefault(line.sku(), 0) < line.qty())) {
                return "Refused";
            }
            ask.lines().all().forEach(line -> left.merge(line.sku(), -line.qty(), Integer::sum));
            held.put(ask.order().value(), ask.lines());
            return "Reserved";
        }
    }

    RandomBatchesComponentTest(DecideTogether decideTogether, Crowd crowd, Tables tables) {
        this.decideTogether = decideTogether;
        this.crowd = crowd;
        this.tables = tables;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_batch_decides_as_the_orders_would_one_by_one(long seed) {
        Random random = new Random(seed);
        Model model = new Model(new HashMap<>(), new HashMap<>());
        IntStream.range(0, SKUS)
                .map(_ -> random.nextInt(60))
                .forEach(onHand -> model.left().put(crowd.aSkuWith(onHand), onHand));
        List<String> skus = new ArrayList<>(model.left().keySet());
        skus.add("NO-SUCH-SKU");
        List<UUID> orders = new ArrayList<>();

        for (int i = 0; i < BATCHES; i++) {
            List<Ask> batch =
                    IntStream.range(0, 1 + random.nextInt(40))
                            .mapToObj(_ -> anAsk(random, skus, orders))
                            .toList();
            List<String> expected = model.decide(batch);

            decideTogether.with(batch).await().atMost(Crowd.PATIENCE);

            assertEquals(expected, Crowd.fates(batch), "seed " + seed + ", batch " + i);
        }
        model.left()
                .forEach(
                        (sku, left) ->
                                assertEquals(
                                        left,
                                        tables.number(
                                                "select on_hand - reserved from stock where sku ="
                                                        + " $1",
                                                sku)));
    }

    /** One in five comes from an order that has asked before, maybe in this batch. */
    private Ask anAsk(Random random, List<String> skus, List<UUID> orders) {
        List<Line> lines =
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(
                                _ ->
                                        new Line(
                                                skus.get(
                                                        random.nextInt(
                                                                random.nextInt(20) == 0
                                                                        ? skus.size()
                                                                        : SKUS)),
                                                1 + random.nextInt(4)))
                        .toList();
        boolean repeat = !orders.isEmpty() && random.nextInt(5) == 0;
        UUID order = repeat ? orders.get(random.nextInt(orders.size())) : UUID.randomUUID();
        orders.add(order);
        return crowd.ask(order, Lines.of(lines));
    }
}
