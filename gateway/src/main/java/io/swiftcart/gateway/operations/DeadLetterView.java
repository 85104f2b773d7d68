package io.swiftcart.gateway.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as its service tells of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "DeadLetter")
@RegisterForReflection(registerFullHierarchy = true)
record DeadLetterView(
        @Schema(required = true) UUID id,
        @Schema(required = true, description = "Where the fact came from.") String topic,
        @Schema(required = true) int partition,
        @Schema(required = true) long offset,
        @JsonInclude @Schema(required = true, description = "Base64 of what is no text.")
                @Nullable String key,
        @Schema(required = true, description = "The service that could not work it off.")
                String consumer,
        @Schema(required = true) String reason,
        @Schema(required = true, description = "The same for letters that died of one defect.")
                String stackHash,
        @Schema(required = true) Map<String, String> headers,
        @JsonInclude
                @Schema(
                        required = true,
                        implementation = Object.class,
                        description =
                                "JSON where it is JSON; else text, or base64 of what is no text; null for a tombstone.")
                @Nullable JsonNode payload,
        @Schema(required = true, description = "Tries so far, former replays included.")
                int attempts,
        @Schema(required = true) Instant failedAt,
        @Nullable Instant replayedAt,
        @Schema(required = true) String correlationId) {

    /** One page of one service, or of all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "DeadLetters")
    record Page(
            @Schema(required = true) List<DeadLetterView> items,
            @JsonInclude @Schema(required = true, nullable = true) @Nullable String nextCursor) {}
}
