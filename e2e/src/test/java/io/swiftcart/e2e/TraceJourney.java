package io.swiftcart.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.e2e.Http.Answer;
import io.swiftcart.stack.testing.TraceReceiver;
import io.swiftcart.stack.testing.TraceReceiver.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of one order, as a collector of traces sees it. */
@ExtendWith(SharedShop.class)
class TraceJourney {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CALLER = "00f067aa0ba902b7";

    private final Shop shop;
    private final TraceReceiver collector;

    TraceJourney(Shop shop, TraceReceiver collector) {
        this.shop = shop;
        this.collector = collector;
    }

    @Test
    void one_order_is_one_trace_from_the_public_door_to_the_mail() {
        String trace = UUID.randomUUID().toString().replace("-", "");

        Answer answer = order("00-" + trace + "-" + CALLER + "-01");

        assertEquals(201, answer.status(), answer::body);
        assertEquals("CONFIRMED", answer.json().path("status").asText());
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            Set<String> names = names(collector.ofTrace(trace));
                            assertTrue(
                                    names.containsAll(
                                            Set.of(
                                                    "gateway POST /api/v1/orders",
                                                    "order POST /api/v1/orders",
                                                    "order drive checkout",
                                                    "order send orders.confirmed.v1",
                                                    "notification process orders.confirmed.v1",
                                                    "notification send mail")),
                                    names::toString);
                            assertTrue(served(names, "inventory"), names::toString);
                            assertTrue(served(names, "payment"), names::toString);
                            // Each service tells its spans when it likes: a parent may come last.
                            assertEquals(List.of(), orphans(collector.ofTrace(trace)));
                        });
        List<Seen> spans = collector.ofTrace(trace);
        for (Seen span : spans) {
            String said = span.name() + span.attributes();
            assertFalse(said.contains("@") || said.contains("Bearer"), said);
            assertFalse(said.contains(answer.json().path("orderId").asText()), said);
        }
    }

    private Answer order(String traceparent) {
        return Http.post(
                shop.gateway() + "/api/v1/orders",
                Map.of(
                        "Authorization",
                        "Bearer " + shop.lastingToken("alice"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Prefer",
                        "wait=10",
                        "traceparent",
                        traceparent),
                Map.of(
                        "items",
                        List.of(Map.of("sku", "SKU-00001", "qty", 1)),
                        "currency",
                        "USD",
                        "paymentMethod",
                        Buyer.GOOD_CARD));
    }

    private static Set<String> names(List<Seen> spans) {
        return spans.stream()
                .map(span -> span.service() + " " + span.name())
                .collect(Collectors.toSet());
    }

    private static boolean served(Set<String> names, String service) {
        return names.stream().anyMatch(name -> name.startsWith(service + " POST "));
    }

    /** Spans whose parent nobody knows: there the way would be broken. */
    private static List<Seen> orphans(List<Seen> spans) {
        Set<String> known =
                Stream.concat(spans.stream().map(Seen::spanId), Stream.of(CALLER))
                        .collect(Collectors.toSet());
        return spans.stream().filter(span -> !known.contains(span.parentId())).toList();
    }
}
