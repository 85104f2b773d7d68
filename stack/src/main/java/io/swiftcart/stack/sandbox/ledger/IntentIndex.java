package io.swiftcart.stack.sandbox.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The intents in memory, in the order of their creation, by id and by order. Not thread-safe. */
final class IntentIndex {

    private final List<Intent> intents = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, List<Integer>> positionsOfOrder = new HashMap<>();

    /** Adds an intent, or replaces the one of the same id in its place. */
    void put(Intent intent) {
        Integer position = positions.get(intent.id());
        if (position != null) {
            intents.set(position, intent);
            return;
        }
        positions.put(intent.id(), intents.size());
        String orderId = intent.orderId();
        if (orderId != null) {
            positionsOfOrder.computeIfAbsent(orderId, _ -> new ArrayList<>(1)).add(intents.size());
        }
        intents.add(intent);
    }

    Optional<Intent> find(String id) {
        return Optional.ofNullable(positions.get(id)).map(intents::get);
    }

    List<Intent> ofOrder(String orderId) {
        return positionsOfOrder.getOrDefault(orderId, List.of()).stream()
                .map(intents::get)
                .toList();
    }

    /**
     * Up to {@code limit}, newest first, older than {@code startingAfter}; an unknown id throws.
     */
    List<Intent> newest(@Nullable String startingAfter, int limit) {
        int end = startingAfter == null ? intents.size() : position(startingAfter);
        return List.copyOf(intents.subList(Math.max(0, end - limit), end)).reversed();
    }

    private int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new NoSuchElementException(id);
        }
        return position;
    }
}
