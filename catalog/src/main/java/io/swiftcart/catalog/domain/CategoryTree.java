package io.swiftcart.catalog.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which category hangs on which. Answers whether a change would keep it a tree of at most {@link
 * #MAX_DEPTH} levels.
 */
public final class CategoryTree {
    /** Levels from a root to its deepest descendant, the root counted. */
    public static final int MAX_DEPTH = 10;

    /** Stands for the parent that a root does not have; never the id of a category. */
    private static final UUID NONE = new UUID(0, 0);

    private final Map<UUID, UUID> parents;

    private CategoryTree(Map<UUID, UUID> parents) {
        this.parents = parents;
    }

    /** What hanging a category on a parent would do. */
    public enum Placement {
        FITS,
        UNKNOWN_PARENT,
        CYCLE,
        TOO_DEEP
    }

    /** The tree of these categories and their parents, where no parent stands for a root. */
    public static CategoryTree of(Map<UUID, @Nullable UUID> parentOf) {
        Map<UUID, UUID> copy = new HashMap<>();
        parentOf.forEach((category, parent) -> copy.put(category, parent == null ? NONE : parent));
        return new CategoryTree(Map.copyOf(copy));
    }

    /**
     * What happens when {@code category}, known or new, is hung on {@code parent}, or made a root.
     */
    public Placement place(UUID category, @Nullable UUID parent) {
        if (parent == null) {
            return Placement.FITS;
        }
        if (!parents.containsKey(parent)) {
            return Placement.UNKNOWN_PARENT;
        }
        if (levelsBetween(parent, category) >= 0) {
            return Placement.CYCLE;
        }
        return depth(parent) + height(category) > MAX_DEPTH ? Placement.TOO_DEEP : Placement.FITS;
    }

    private int depth(UUID category) {
        int depth = 0;
        for (UUID at = category; !at.equals(NONE); at = parentOf(at)) {
            depth++;
        }
        return depth;
    }

    private int height(UUID category) {
        int deepest =
                parents.keySet().stream()
                        .mapToInt(each -> levelsBetween(each, category))
                        .max()
                        .orElse(-1);
        return Math.max(deepest, 0) + 1;
    }

    /**
     * How far {@code lower} hangs below {@code upper}; 0 when they are the same, -1 when it does
     * not.
     */
    private int levelsBetween(UUID lower, UUID upper) {
        int levels = 0;
        for (UUID at = lower; !at.equals(NONE); at = parentOf(at)) {
            if (at.equals(upper)) {
                return levels;
            }
            levels++;
        }
        return -1;
    }

    private UUID parentOf(UUID category) {
        return parents.getOrDefault(category, NONE);
    }
}
