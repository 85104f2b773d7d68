package io.swiftcart.platform.operations;

import io.swiftcart.platform.deadletters.DeadLetters;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to send again.
 *
 * @param topic only letters of this topic; all when absent
 * @param ids only these, replayed before or not; all that were not when absent
 * @param dryRun only count; false when absent
 */
record ReplayRequest(
        @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,249}") String topic,
        @Nullable @Size(min = 1, max = 1000) List<@NotNull UUID> ids,
        @Nullable Boolean dryRun) {

    DeadLetters.Filter filter() {
        return new DeadLetters.Filter(topic, ids);
    }

    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }
}
