package io.swiftcart.catalog.reading;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The categories that a list is narrowed down to: one and all below it.
 *
 * @param ids null when it is not narrowed down; empty when there is no such category
 */
public record Branch(@Nullable List<UUID> ids) {
    /** All categories. */
    public static final Branch WHOLE = new Branch(null);
}
