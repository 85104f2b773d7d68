package io.swiftcart.stack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dead letters of a running shop, through its gateway. */
public final class DeadLetters {

    private static final String PAGE = "/dead-letters";

    private final Operator operator;

    public DeadLetters(Operator operator) {
        this.operator = operator;
    }

    /** What a replay came to. */
    public record Replay(long matched, long replayed) {}

    /** All letters, the newest first, page after page. */
    public List<JsonNode> all(@Nullable String topic) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page =
                    operator.get(
                            PAGE
                                    + "?limit=200"
                                    + parameter("topic", topic)
                                    + parameter("cursor", cursor));
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").textValue();
        } while (cursor != null);
        return all;
    }

    /**
     * Replays those named, or, where none is, all that were not replayed yet: again and again, as
     * long as the shop had to stop before the end.
     */
    public Replay replay(@Nullable String topic, List<String> ids, boolean dryRun) {
        Map<String, Object> request = new HashMap<>();
        request.put("dryRun", dryRun);
        if (topic != null) {
            request.put("topic", topic);
        }
        if (!ids.isEmpty()) {
            request.put("ids", ids);
        }
        Replay first = once(request);
        long replayed = first.replayed();
        long last = replayed;
        while (ids.isEmpty() && last > 0 && replayed < first.matched()) {
            last = once(request).replayed();
            replayed += last;
        }
        return new Replay(first.matched(), replayed);
    }

    private Replay once(Map<String, Object> request) {
        JsonNode answer = operator.post(PAGE + "/replay", request);
        return new Replay(answer.path("matched").asLong(), answer.path("replayed").asLong());
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
