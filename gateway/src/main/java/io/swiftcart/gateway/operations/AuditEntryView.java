package io.swiftcart.gateway.operations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail as its service tells of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "AuditEntry")
@RegisterForReflection(registerFullHierarchy = true)
record AuditEntryView(
        @Schema(required = true) UUID id,
        @Schema(required = true, description = "Where it was done.") String service,
        @Schema(required = true, description = "Subject of the token.") String actor,
        @Schema(
                        required = true,
                        description =
                                "Method and route of a request, written before it was carried out; or the name"
                                        + " of a deed such as saga.retry, written with it.")
                String action,
        @Schema(required = true, description = "Address of the request, or id of the thing.")
                String subject,
        @Schema(
                        required = true,
                        description = "In the actor's words (X-Reason); empty where none was said.")
                String reason,
        @Schema(required = true) Instant occurredAt,
        @Schema(required = true, description = "Address of the caller.") String origin,
        @Schema(required = true) String correlationId) {

    /** One page of one service, or of all. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "AuditTrail")
    record Page(
            @Schema(required = true) List<AuditEntryView> items,
            @JsonInclude @Schema(required = true, nullable = true) @Nullable String nextCursor) {}

    /** Whether the chain of one service is whole. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(name = "AuditChain")
    record Chain(
            @Schema(required = true) String service,
            @Schema(required = true, description = "How many are chained.") long entries,
            @Schema(required = true) boolean holds,
            @Schema(required = true, description = "Hash of the last one, in hexadecimal.")
                    String head,
            @Schema(required = true) List<String> violations) {}

    /** Whether all chains are whole. */
    @Schema(name = "AuditVerification")
    record Verification(
            @Schema(required = true) boolean holds,
            @Schema(required = true) List<Chain> services) {}
}
