package io.swiftcart.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.platform.deadletters.DeadLetter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as an operator sees it.
 *
 * @param key text, or base64 of what is no text; null for a record without a key
 * @param headers of the fact, each the last of its name
 * @param payload JSON where it is JSON; else text, or base64 of what is no text; null for a
 *     tombstone
 */
record DeadLetterView(
        UUID id,
        String topic,
        int partition,
        long offset,
        @JsonInclude @Nullable String key,
        String consumer,
        String reason,
        String stackHash,
        Map<String, String> headers,
        @JsonInclude @Nullable Object payload,
        int attempts,
        Instant failedAt,
        @Nullable Instant replayedAt,
        String correlationId) {

    static DeadLetterView of(DeadLetter letter) {
        Map<String, String> headers = new LinkedHashMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.name(), Readable.text(header.value())));
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key() == null ? null : Readable.text(letter.key()),
                letter.consumer(),
                letter.reason(),
                letter.stackHash(),
                headers,
                letter.payload() == null ? null : Readable.jsonOrText(letter.payload()),
                letter.attempts(),
                letter.failedAt(),
                letter.replayedAt(),
                letter.correlationId());
    }
}
