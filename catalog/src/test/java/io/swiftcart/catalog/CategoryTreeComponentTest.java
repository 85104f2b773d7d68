package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.CATEGORIES;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoryTreeComponentTest {

    @Test
    void the_tree_nests_children_below_their_parents() {
        String root = aCategory("Root", null);
        String child = aCategory("Child", root);
        String grandchild = aCategory("Grandchild", child);

        String inTree = "items.find { it.id == '%s' }".formatted(root);
        anonymous()
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("nextCursor", nullValue())
                .body(inTree, notNullValue())
                .body(inTree + ".children.id", hasItem(child))
                .body(inTree + ".children[0].children.id", hasItem(grandchild))
                .body(inTree + ".children[0].parentId", equalTo(root))
                .body("items.id", not(hasItem(child)));
    }

    @Test
    void a_category_moves_with_its_children() {
        String left = aCategory("Left", null);
        String right = aCategory("Right", null);
        String branch = aCategory("Branch", left);
        String leaf = aCategory("Leaf", branch);

        change(branch, "\"1\"", "Branch", right)
                .then()
                .statusCode(200)
                .body("parentId", equalTo(right));

        anonymous()
                .get(CATEGORIES)
                .then()
                .body(
                        "items.find { it.id == '%s' }.children[0].children[0].id".formatted(right),
                        equalTo(leaf));
    }

    @Test
    void a_category_never_hangs_below_itself() {
        String root = aCategory("Root", null);
        String child = aCategory("Child", root);
        String grandchild = aCategory("Grandchild", child);

        change(root, "\"1\"", "Root", root)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-cycle"));
        change(root, "\"1\"", "Root", grandchild)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-cycle"))
                .body("errors[0].pointer", equalTo("/parentId"));
    }

    @Test
    void the_tree_has_at_most_ten_levels() {
        String parent = aCategory("Level", null);
        for (int level = 2; level <= 10; level++) {
            parent = aCategory("Level", parent);
        }

        manager()
                .body(Map.of("name", "Eleventh " + unique(), "parentId", parent))
                .post(CATEGORIES)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-too-deep"));
    }

    @Test
    void an_unknown_parent_is_refused() {
        manager()
                .body(
                        Map.of(
                                "name",
                                "Orphan " + unique(),
                                "parentId",
                                UUID.randomUUID().toString()))
                .post(CATEGORIES)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-category"));
    }

    @Test
    void a_category_on_which_something_hangs_is_not_removed() {
        String parent = aCategory("Parent", null);
        String child = aCategory("Child", parent);
        aProduct().in(child).isThere();

        manager()
                .delete(CATEGORIES + "/" + parent)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-in-use"));
        manager()
                .delete(CATEGORIES + "/" + child)
                .then()
                .statusCode(409)
                .body("code", equalTo("category-in-use"));
        anonymous().get(CATEGORIES + "/" + parent).then().statusCode(200);
    }

    private static Response change(
            String id, @Nullable String tag, String name, @Nullable String parentId) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name));
        if (parentId != null) {
            body.put("parentId", parentId);
        }
        return (tag == null ? manager() : manager().header("If-Match", tag))
                .body(body)
                .put(CATEGORIES + "/" + id);
    }
}
