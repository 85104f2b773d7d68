package io.swiftcart.perf.config;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a user wants next; endless, and at random where nothing else is said. */
public final class Feeders {
    private static final List<String> WORDS =
            List.of("steel", "cotton", "wireless", "compact", "classic", "garden", "lamp", "chair");

    private Feeders() {}

    /** {@code sku}: one of the configured range. */
    public static Iterator<Map<String, Object>> skus() {
        return endless(() -> Map.of("sku", sku(Settings.skuFrom(), Settings.skuTo())));
    }

    /** {@code idempotencyKey}: unique for ever; {@code orderId}: likewise. */
    public static Iterator<Map<String, Object>> keys() {
        return endless(
                () ->
                        Map.of(
                                "idempotencyKey",
                                UUID.randomUUID().toString(),
                                "orderId",
                                UUID.randomUUID().toString()));
    }

    /** {@code words}: one word that products have, two, the beginning of one, or one misspelt. */
    public static Iterator<Map<String, Object>> searches() {
        return endless(() -> Map.of("words", words()));
    }

    /** {@code sort}: one of the orders in which products are listed. */
    public static Iterator<Map<String, Object>> sorts() {
        List<String> sorts =
                List.of("name", "price", "-price", "createdAt", "-createdAt", "rating");
        return endless(() -> Map.of("sort", oneOf(sorts)));
    }

    /** The demo shop's name of a SKU by its number. */
    public static String sku(int from, int to) {
        return "SKU-%05d".formatted(ThreadLocalRandom.current().nextInt(from, to + 1));
    }

    private static String words() {
        String word = oneOf(WORDS);
        return switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> word;
            case 1 -> word + " " + oneOf(WORDS);
            case 2 -> word.substring(0, 3);
            default -> word.charAt(0) + word.substring(2);
        };
    }

    private static <T> T oneOf(List<T> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private static Iterator<Map<String, Object>> endless(Supplier<Map<String, Object>> next) {
        return Stream.generate(next).iterator();
    }
}
