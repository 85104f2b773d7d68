package io.swiftcart.catalog.categories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CategoryNodeTest {
    private static final UUID BOOKS = new UUID(1, 1);
    private static final UUID CRIME = new UUID(1, 2);
    private static final UUID MUSIC = new UUID(1, 3);
    private static final UUID NOVELS = new UUID(1, 4);

    @Test
    void children_stand_below_their_parents_whatever_the_order() {
        List<CategoryNode> roots =
                CategoryNode.nest(
                        List.of(
                                category(CRIME, "Crime", NOVELS),
                                category(MUSIC, "Music", null),
                                category(NOVELS, "Novels", BOOKS),
                                category(BOOKS, "Books", null)));

        assertEquals(List.of("Music", "Books"), names(roots));
        assertEquals(List.of("Novels"), names(roots.get(1).children()));
        assertEquals(List.of("Crime"), names(roots.get(1).children().getFirst().children()));
        assertTrue(roots.getFirst().children().isEmpty());
    }

    @Test
    void no_categories_make_an_empty_tree() {
        assertTrue(CategoryNode.nest(List.of()).isEmpty());
    }

    private static CategoryView category(UUID id, String name, @Nullable UUID parent) {
        return new CategoryView(id, name, "slug", "", parent, 1);
    }

    private static List<String> names(List<CategoryNode> nodes) {
        return nodes.stream().map(CategoryNode::name).toList();
    }
}
