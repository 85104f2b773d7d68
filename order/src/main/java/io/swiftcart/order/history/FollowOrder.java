package io.swiftcart.order.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of an order as it goes on. Whichever replica changes the order, what counts is what
 * lies in the database, so each stream looks there; when there is nothing to tell it sends a
 * comment at once and then now and then: the first brings the head of the answer on its way, the
 * others keep whoever stands between from taking the stream for dead, and find out when the client
 * is gone.
 */
@ApplicationScoped
class FollowOrder {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LOOKS_BETWEEN_COMMENTS = 10;

    private final OrderQuery orders;
    private final ObjectMapper json;

    /** How far one stream has come. */
    private static final class Place {
        private int version;
        private int looks;

        Place(int version) {
            this.version = version;
        }

        boolean isQuiet(List<OrderEventView> found) {
            looks = found.isEmpty() ? looks + 1 : 0;
            return looks % LOOKS_BETWEEN_COMMENTS == 1;
        }

        void moveTo(List<OrderEventView> found) {
            if (!found.isEmpty()) {
                version = found.getLast().version();
            }
        }
    }

    FollowOrder(OrderQuery orders, ObjectMapper json) {
        this.orders = orders;
        this.json = json;
    }

    /**
     * The version that a client has seen last; none when it does not say or what it says is not
     * one.
     */
    static int after(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,9}")
                ? Integer.parseInt(lastEventId)
                : 0;
    }

    /** All that came after this version, and what comes, of an order that the caller may see. */
    Multi<OutboundSseEvent> with(UUID id, int after, Sse sse) {
        Place place = new Place(after);
        return Multi.createBy()
                .repeating()
                .uni(() -> orders.eventsAfter(id, place.version).invoke(place::moveTo))
                .withDelay(PAUSE)
                .indefinitely()
                .onItem()
                .transformToIterable(found -> told(found, place.isQuiet(found), sse));
    }

    private List<OutboundSseEvent> told(List<OrderEventView> found, boolean quiet, Sse sse) {
        Stream<OutboundSseEvent> events = found.stream().map(event -> told(event, sse));
        Stream<OutboundSseEvent> comment =
                quiet
                        ? Stream.of(sse.newEventBuilder().comment("still here").build())
                        : Stream.of();
        return Stream.concat(events, comment).toList();
    }

    private OutboundSseEvent told(OrderEventView event, Sse sse) {
        try {
            return sse.newEventBuilder()
                    .id(String.valueOf(event.version()))
                    .name(event.type())
                    .data(String.class, json.writeValueAsString(event))
                    .build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
