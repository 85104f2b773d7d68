package io.swiftcart.e2e.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Every answer the driver got, and every try without one. Safe for threads. */
public final class Journal {
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    void add(Reply reply) {
        replies.add(reply);
    }

    public List<Reply> replies() {
        return List.copyOf(replies);
    }

    public int size() {
        return replies.size();
    }

    /** How often each answer came, by status and code. */
    public Map<String, Long> answers() {
        return replies.stream()
                .collect(
                        Collectors.groupingBy(
                                reply -> (reply.status() + " " + reply.code()).strip(),
                                TreeMap::new,
                                Collectors.counting()));
    }
}
