package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.CATEGORIES;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CategoriesComponentTest {

    @Test
    void a_new_category_is_answered_with_its_place_and_tag() {
        String name = "Crème " + unique();

        Response answer =
                manager().body(Map.of("name", name, "description", "All of it")).post(CATEGORIES);

        answer.then()
                .statusCode(201)
                .header("Location", equalTo(CATEGORIES + "/" + answer.path("id")))
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo(name))
                .body(
                        "slug",
                        equalTo(name.toLowerCase(Locale.ROOT).replace('è', 'e').replace(' ', '-')))
                .body("description", equalTo("All of it"))
                .body("version", equalTo(1))
                .body("$", not(hasKey("parentId")));
    }

    @Test
    void everybody_reads_one_category() {
        String id = aCategory("Books", null);

        anonymous()
                .get(CATEGORIES + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(id))
                .body("description", equalTo(""));
    }

    @Test
    void an_unchanged_category_is_not_sent_again() {
        String id = aCategory("Books", null);

        anonymous()
                .header("If-None-Match", "\"1\"")
                .get(CATEGORIES + "/" + id)
                .then()
                .statusCode(304)
                .header("ETag", equalTo("\"1\""))
                .body(equalTo(""));
    }

    @Test
    void an_unknown_category_is_not_found() {
        anonymous()
                .get(CATEGORIES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        manager().delete(CATEGORIES + "/" + UUID.randomUUID()).then().statusCode(404);
        change(UUID.randomUUID().toString(), "\"1\"", "Books", null).then().statusCode(404);
    }

    @Test
    void a_change_replaces_the_category_and_keeps_its_slug() {
        String id = aCategory("Books", null);
        String slug = anonymous().get(CATEGORIES + "/" + id).path("slug");

        change(id, "\"1\"", "Printed books", null)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Printed books"))
                .body("slug", equalTo(slug))
                .body("version", equalTo(2));
    }

    @Test
    void a_change_needs_the_current_tag() {
        String id = aCategory("Books", null);
        change(id, "\"1\"", "Second", null).then().statusCode(200);

        change(id, null, "Third", null)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        change(id, "\"1\"", "Third", null)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        change(id, "*", "Third", null).then().statusCode(412);
        anonymous().get(CATEGORIES + "/" + id).then().body("name", equalTo("Second"));
    }

    @Test
    void a_slug_belongs_to_one_category() {
        String slug = "slug-" + unique().toLowerCase(Locale.ROOT);
        manager()
                .body(Map.of("name", "First", "slug", slug))
                .post(CATEGORIES)
                .then()
                .statusCode(201);

        manager()
                .body(Map.of("name", "Second", "slug", slug))
                .post(CATEGORIES)
                .then()
                .statusCode(409)
                .body("code", equalTo("slug-taken"))
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @Test
    void an_empty_category_is_removed() {
        String id = aCategory("Empty", null);

        manager().delete(CATEGORIES + "/" + id).then().statusCode(204).body(equalTo(""));

        anonymous().get(CATEGORIES + "/" + id).then().statusCode(404);
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
