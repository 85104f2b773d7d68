package io.swiftcart.things;

import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.outbox.Fact;
import java.time.Instant;
import java.util.UUID;

/** A fact about things; the name is its key. */
public record Happened(UUID eventId, String name) {

    public static Happened to(String name) {
        return new Happened(Ids.next(), name);
    }

    public Fact asFact() {
        return new Fact(
                eventId,
                Parts.HAPPENED,
                name,
                "io.swiftcart.things.happened.v1",
                "THING-" + name,
                Instant.parse("2026-11-20T12:34:56Z"),
                this);
    }

    public String json() {
        return "{\"eventId\":\"%s\",\"name\":\"%s\",\"unknown\":1}".formatted(eventId, name);
    }
}
