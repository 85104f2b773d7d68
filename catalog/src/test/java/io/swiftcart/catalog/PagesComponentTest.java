package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.PRODUCTS;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What another replica writes is written here behind the service's back. */
@QuarkusTest
class PagesComponentTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Pool pool;

    PagesComponentTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void a_page_is_kept_until_a_fact_tells_of_a_change_elsewhere() {
        Stored mug = kept();
        elsewhere("update product set name = 'Bowl', version = version + 1 where sku = $1", mug);

        assertEquals("Enamel mug", name(mug.path()));
        assertEquals("Enamel mug", name(PRODUCTS + "/by-sku/" + mug.sku()));
        Bus.publish("catalog.products.v1", mug.sku(), productFact(mug, 2));

        await().atMost(DEADLINE).until(() -> name(mug.path()).equals("Bowl"));
        assertEquals("Bowl", name(PRODUCTS + "/by-sku/" + mug.sku()));
    }

    @Test
    void a_manager_reads_what_is_there() {
        Stored mug = kept();
        elsewhere("update product set name = 'Bowl' where sku = $1", mug);

        assertEquals("Bowl", manager().get(mug.path()).path("name"));
        assertEquals("Enamel mug", name(mug.path()));
    }

    @Test
    void a_page_that_is_older_than_what_was_told_is_not_kept() {
        Stored mug = kept();
        Stored marker = kept();
        elsewhere("update product set name = 'Told' where sku = $1", marker);

        Bus.publish("catalog.products.v1", mug.sku(), productFact(mug, 2));
        Bus.publish("catalog.products.v1", marker.sku(), productFact(marker, 2));
        await().atMost(DEADLINE).until(() -> name(marker.path()).equals("Told"));
        await().atMost(DEADLINE)
                .untilAsserted(
                        () -> {
                            rename(mug, "One");
                            assertEquals("One", name(mug.path()));
                            rename(mug, "Two");
                            assertEquals("Two", name(mug.path()));
                        });
    }

    @Test
    void what_is_changed_here_is_seen_at_once() {
        String category = aCategory("Seen", null);
        String list = PRODUCTS + "?sort=name&category=" + category;
        ProductBuilder body = aProduct().in(category).named("One");
        Stored product = body.stored();
        assertEquals(List.of("One"), anonymous().get(list).path("items.name"));
        assertEquals("One", name(product.path()));

        manager()
                .header("If-Match", product.etag())
                .body(body.named("Two").body())
                .put(product.path())
                .then()
                .statusCode(200);
        assertEquals(List.of("Two"), anonymous().get(list).path("items.name"));
        assertEquals("Two", name(product.path()));
        aProduct().in(category).named("Added").isThere();
        assertEquals(List.of("Added", "Two"), anonymous().get(list).path("items.name"));
        manager().delete(product.path()).then().statusCode(204);

        assertEquals(List.of("Added"), anonymous().get(list).path("items.name"));
        anonymous().get(product.path()).then().statusCode(404);
    }

    @Test
    void a_list_has_a_tag_that_changes_with_what_it_shows() {
        String category = aCategory("Tagged", null);
        aProduct().in(category).isThere();
        String list = PRODUCTS + "?category=" + category;

        Response first = anonymous().get(list);
        first.then().statusCode(200).contentType("application/json");
        String tag = first.header("ETag");
        anonymous()
                .header("If-None-Match", "\"other\", W/" + tag)
                .get(list)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        aProduct().in(category).isThere();

        anonymous()
                .header("If-None-Match", tag)
                .get(list)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    /** A product whose page is being kept, once the service follows the facts. */
    private Stored kept() {
        Stored mug = aProduct().stored();
        await().atMost(DEADLINE)
                .until(
                        () -> {
                            rename(mug, "Enamel mug");
                            String before = name(mug.path());
                            rename(mug, "Renamed");
                            boolean isKept = name(mug.path()).equals(before);
                            rename(mug, "Enamel mug");
                            return isKept;
                        });
        assertEquals("Enamel mug", name(mug.path()));
        return mug;
    }

    private void rename(Stored product, String name) {
        elsewhere("update product set name = '" + name + "' where sku = $1", product);
    }

    private void elsewhere(String sql, Stored product) {
        pool.preparedQuery(sql).execute(Tuple.of(product.sku())).await().indefinitely();
    }

    private static String name(String path) {
        return anonymous().get(path).then().statusCode(200).extract().path("name");
    }

    private static String productFact(Stored product, long version) {
        return """
        {"eventId": "%s", "eventType": "ProductChanged", "occurredAt": "2026-11-20T12:34:56Z",
         "product": {"sku": "%s", "productId": "%s", "name": "Bowl", "price": 1, "currency": "USD",
                     "categoryId": "%s", "active": true, "version": %d}}
        """
                .formatted(
                        UUID.randomUUID(), product.sku(), product.id(), UUID.randomUUID(), version);
    }
}
