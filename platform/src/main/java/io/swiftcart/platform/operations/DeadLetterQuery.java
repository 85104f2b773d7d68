package io.swiftcart.platform.operations;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.deadletters.DeadLetters;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pages of dead letters, the newest first. The cursor is the last id alone, which grows with time
 * everywhere: so one cursor serves the lists of all services side by side.
 */
@ApplicationScoped
class DeadLetterQuery {
    private final DeadLetters letters;

    DeadLetterQuery(DeadLetters letters) {
        this.letters = letters;
    }

    Uni<Page<DeadLetterView>> page(@Nullable String topic, Limit limit, @Nullable String cursor) {
        return letters.page(topic, before(cursor), limit.plusOne())
                .map(found -> found.stream().map(DeadLetterView::of).toList())
                .map(views -> Page.of(views, limit, last -> Cursor.encode(last.id())));
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 1);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(parts.getFirst());
        } catch (IllegalArgumentException _) {
            throw Cursor.malformed();
        }
    }
}
