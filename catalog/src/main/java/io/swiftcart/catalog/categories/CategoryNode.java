package io.swiftcart.catalog.categories;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category in the tree, with what hangs on it; {@code parentId} is absent on a root. */
@Schema(
        name = "CategoryNode",
        requiredProperties = {"id", "name", "slug", "description", "version", "children"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record CategoryNode(
        UUID id,
        String name,
        String slug,
        String description,
        @Nullable UUID parentId,
        long version,
        List<CategoryNode> children) {

    /** Nests the categories below their parents; roots and children keep the order they came in. */
    static List<CategoryNode> nest(List<CategoryView> categories) {
        Map<UUID, CategoryNode> nodes = new LinkedHashMap<>();
        categories.forEach(category -> nodes.put(category.id(), childless(category)));
        List<CategoryNode> roots = new ArrayList<>();
        nodes.values().forEach(node -> siblings(node, nodes, roots).add(node));
        return roots;
    }

    private static List<CategoryNode> siblings(
            CategoryNode node, Map<UUID, CategoryNode> nodes, List<CategoryNode> roots) {
        CategoryNode parent = node.parentId() == null ? null : nodes.get(node.parentId());
        return parent == null ? roots : parent.children();
    }

    private static CategoryNode childless(CategoryView category) {
        return new CategoryNode(
                category.id(),
                category.name(),
                category.slug(),
                category.description(),
                category.parentId(),
                category.version(),
                new ArrayList<>());
    }
}
