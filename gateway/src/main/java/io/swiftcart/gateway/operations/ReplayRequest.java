package io.swiftcart.gateway.operations;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to send again. */
@RegisterForReflection(registerFullHierarchy = true)
record ReplayRequest(
        @Schema(description = "Only letters of this topic.")
                @Nullable
                @Pattern(regexp = "[A-Za-z0-9._-]{1,249}")
                String topic,
        @Schema(description = "Only these, replayed before or not; else all that were not.")
                @Nullable
                @Size(min = 1, max = 1000)
                List<@NotNull UUID> ids,
        @Schema(description = "Only count.") @Nullable Boolean dryRun) {}
