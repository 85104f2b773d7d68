package io.swiftcart.catalog.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.catalog.domain.CategoryTree.Placement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {
    private static final UUID BOOKS = new UUID(1, 1);
    private static final UUID NOVELS = new UUID(1, 2);
    private static final UUID CRIME = new UUID(1, 3);
    private static final UUID MUSIC = new UUID(1, 4);

    @Test
    void anything_can_become_a_root() {
        assertEquals(Placement.FITS, books().place(CRIME, null));
        assertEquals(Placement.FITS, books().place(new UUID(1, 9), null));
    }

    @Test
    void a_new_category_hangs_on_any_known_one() {
        assertEquals(Placement.FITS, books().place(new UUID(1, 9), CRIME));
    }

    @Test
    void an_unknown_parent_is_told_apart() {
        assertEquals(Placement.UNKNOWN_PARENT, books().place(BOOKS, new UUID(1, 9)));
    }

    @Test
    void a_category_cannot_hang_on_itself() {
        assertEquals(Placement.CYCLE, books().place(BOOKS, BOOKS));
    }

    @Test
    void a_category_cannot_hang_on_its_child_or_grandchild() {
        assertEquals(Placement.CYCLE, books().place(BOOKS, NOVELS));
        assertEquals(Placement.CYCLE, books().place(BOOKS, CRIME));
    }

    @Test
    void a_branch_moves_to_another_root() {
        assertEquals(Placement.FITS, books().place(NOVELS, MUSIC));
    }

    @Test
    void a_category_may_stay_where_it_is() {
        assertEquals(Placement.FITS, books().place(CRIME, NOVELS));
    }

    @Test
    void the_deepest_level_is_the_last_that_fits() {
        CategoryTree chain = chainOf(CategoryTree.MAX_DEPTH);
        UUID fresh = new UUID(3, 1);

        assertEquals(Placement.FITS, chain.place(fresh, link(CategoryTree.MAX_DEPTH - 2)));
        assertEquals(Placement.FITS, chain.place(fresh, link(CategoryTree.MAX_DEPTH - 1)));
        assertEquals(Placement.TOO_DEEP, chain.place(fresh, link(CategoryTree.MAX_DEPTH)));
    }

    @Test
    void a_moved_branch_counts_with_all_its_levels() {
        Map<UUID, @Nullable UUID> parents = links(CategoryTree.MAX_DEPTH - 2);
        parents.put(BOOKS, null);
        parents.put(NOVELS, BOOKS);
        parents.put(CRIME, NOVELS);
        CategoryTree tree = CategoryTree.of(parents);

        assertEquals(Placement.FITS, tree.place(NOVELS, link(CategoryTree.MAX_DEPTH - 2)));
        assertEquals(Placement.FITS, tree.place(BOOKS, link(CategoryTree.MAX_DEPTH - 3)));
        assertEquals(Placement.TOO_DEEP, tree.place(BOOKS, link(CategoryTree.MAX_DEPTH - 2)));
    }

    private static CategoryTree books() {
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        parents.put(BOOKS, null);
        parents.put(NOVELS, BOOKS);
        parents.put(CRIME, NOVELS);
        parents.put(MUSIC, null);
        return CategoryTree.of(parents);
    }

    private static CategoryTree chainOf(int levels) {
        return CategoryTree.of(links(levels));
    }

    private static Map<UUID, @Nullable UUID> links(int levels) {
        Map<UUID, @Nullable UUID> parents = new HashMap<>();
        parents.put(link(1), null);
        for (int level = 2; level <= levels; level++) {
            parents.put(link(level), link(level - 1));
        }
        return parents;
    }

    private static UUID link(int level) {
        return new UUID(2, level);
    }
}
