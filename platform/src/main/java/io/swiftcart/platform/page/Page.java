package io.swiftcart.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last page, and present in the JSON all
 *     the same
 */
@RegisterForReflection(registerFullHierarchy = true)
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
                @Nullable String nextCursor) {

    /**
     * Makes a page of what was read with {@link Limit#plusOne()}; {@code cursor} is asked for the
     * last item kept.
     */
    public static <T> Page<T> of(List<T> read, Limit limit, Function<T, String> cursor) {
        if (read.size() <= limit.value()) {
            return new Page<>(List.copyOf(read), null);
        }
        List<T> kept = List.copyOf(read.subList(0, limit.value()));
        return new Page<>(kept, cursor.apply(kept.getLast()));
    }
}
