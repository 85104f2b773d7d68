package io.swiftcart.gateway.operations;

import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.operations.AskServices.Question;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list of the dead letters of all services, the newest first. Ids grow with time in every
 * service, and a cursor is the last id: so each service is asked for what is older than it.
 */
@Singleton
class MergeDeadLetters {
    private static final String ADDRESS = "/internal/admin/dead-letters";

    /** Of UUIDs of version 7 the text grows as the time does; {@code compareTo} has signs. */
    private static final Comparator<DeadLetterView> NEWEST_FIRST =
            Comparator.comparing((DeadLetterView letter) -> letter.id().toString()).reversed();

    private final AskServices services;

    MergeDeadLetters(AskServices services) {
        this.services = services;
    }

    /** What the caller wants to see, checked. */
    record Wanted(@Nullable String topic, Limit limit, @Nullable String cursor) {
        Wanted {
            Cursor.decode(cursor, 1).forEach(Ids::parse);
        }

        private String uri() {
            return ADDRESS
                    + "?limit="
                    + limit.value()
                    + parameter("topic", topic)
                    + parameter("cursor", cursor);
        }

        private static String parameter(String name, @Nullable String value) {
            return value == null
                    ? ""
                    : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    Uni<DeadLetterView.Page> page(Wanted wanted, String bearer) {
        return services.all(
                        new Question(HttpMethod.GET, wanted.uri(), bearer, null),
                        DeadLetterView.Page.class)
                .map(pages -> merged(pages, wanted.limit().value()));
    }

    Uni<ReplayView> replay(ReplayRequest request, String bearer) {
        return services.all(
                        new Question(HttpMethod.POST, ADDRESS + "/replay", bearer, request),
                        ReplayView.class)
                .map(ReplayView::merged);
    }

    private static DeadLetterView.Page merged(Collection<DeadLetterView.Page> pages, int most) {
        List<DeadLetterView> all =
                pages.stream().flatMap(page -> page.items().stream()).sorted(NEWEST_FIRST).toList();
        List<DeadLetterView> kept = all.subList(0, Math.min(most, all.size()));
        boolean more =
                all.size() > most || pages.stream().anyMatch(page -> page.nextCursor() != null);
        return new DeadLetterView.Page(kept, more ? Cursor.encode(kept.getLast().id()) : null);
    }
}
