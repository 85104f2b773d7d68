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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvailabilityComponentTest {
    private static final String TOPIC = "inventory.stock-updated.v1";
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void a_product_page_shows_what_inventory_said_last() {
        Stored mug = aProduct().stored();

        say(mug.sku(), 7, 1);
        awaitAvailable(mug, 7);
        say(mug.sku(), 0, 2);
        awaitAvailable(mug, 0);
    }

    @Test
    void a_fact_that_comes_late_or_twice_changes_nothing() {
        Stored mug = aProduct().stored();
        Stored marker = aProduct().stored();

        say(mug.sku(), 5, 3);
        say(mug.sku(), 9, 2);
        say(mug.sku(), 5, 3);
        say(mug.sku(), 4, 4);
        say(marker.sku(), 1, 1);

        awaitAvailable(mug, 4);
        awaitAvailable(marker, 1);
        anonymous().get(mug.path()).then().header("ETag", equalTo("\"1.4\""));
    }

    @Test
    void stock_may_be_told_before_the_product_exists() {
        String sku = "EARLY-" + Catalogue.unique();
        Stored other = aProduct().stored();
        say(sku, 3, 1);
        say(other.sku(), 1, 1);
        awaitAvailable(other, 1);

        Stored early = aProduct().with("sku", sku).stored();

        awaitAvailable(early, 3);
    }

    @Test
    void a_fact_that_makes_no_sense_goes_to_the_dead_letters_and_others_go_on() {
        Stored mug = aProduct().stored();

        Bus.publish(TOPIC, mug.sku(), "no JSON");
        Bus.publish(
                TOPIC,
                mug.sku(),
                "{\"stock\": {\"sku\": \"%s\", \"available\": -1, \"version\": 1}}"
                        .formatted(mug.sku()));
        say(mug.sku(), 2, 1);

        awaitAvailable(mug, 2);
        List<Bus.Told> dead = Bus.told(TOPIC + ".dlq", mug.sku(), 2);
        assertEquals("no JSON", dead.getFirst().value());
    }

    @Test
    void the_tag_of_a_page_changes_with_its_stock_and_a_writer_does_not_mind() {
        ProductBuilder body = aProduct();
        Stored mug = body.stored();
        say(mug.sku(), 7, 1);
        awaitAvailable(mug, 7);

        anonymous()
                .header("If-None-Match", mug.etag())
                .get(mug.path())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(mug.etag())));
        String tag = anonymous().get(mug.path()).header("ETag");
        anonymous().header("If-None-Match", tag).get(mug.path()).then().statusCode(304);
        say(mug.sku(), 6, 2);
        awaitAvailable(mug, 6);
        manager()
                .header("If-Match", tag)
                .body(body.body())
                .put(mug.path())
                .then()
                .statusCode(200)
                .body("available", equalTo(6));
    }

    @Test
    void the_stock_filter_tells_what_can_be_bought() {
        String category = aCategory("Stocked", null);
        Stored in = aProduct().in(category).named("In").stored();
        aProduct().in(category).named("Never").isThere();
        Stored out = aProduct().in(category).named("Out").stored();
        say(in.sku(), 1, 1);
        say(out.sku(), 2, 1);
        say(out.sku(), 0, 2);
        awaitAvailable(in, 1);
        await().atMost(DEADLINE)
                .until(() -> "\"1.2\"".equals(anonymous().get(out.path()).header("ETag")));

        assertEquals(List.of("In"), names(category, "true"));
        assertEquals(List.of("Never", "Out"), names(category, "false"));
    }

    /** A busy machine makes many changes slow; what is kept for too long makes most of them so. */
    @Test
    void a_change_of_stock_shows_on_page_list_and_search_within_a_second() {
        String make = Catalogue.word();
        String category = aCategory("Prompt", null);
        Stored mug = aProduct().in(category).named(make).stored();
        Map<String, String> availableByPath =
                Map.of(
                        mug.path(),
                        "available",
                        PRODUCTS + "?category=" + category,
                        "items[0].available",
                        "/api/v1/search?q=" + make,
                        "items[0].available");

        availableByPath.forEach((path, member) -> shows(path, member, 0));
        say(mug.sku(), 1, 1);
        availableByPath.forEach((path, member) -> shows(path, member, 1));
        List<Long> millis = new ArrayList<>();
        for (int change = 2; change <= 31; change++) {
            long said = System.nanoTime();
            say(mug.sku(), change, change);
            int now = change;
            availableByPath.forEach((path, member) -> shows(path, member, now));
            millis.add(Duration.ofNanos(System.nanoTime() - said).toMillis());
        }

        Collections.sort(millis);
        assertTrue(millis.get(millis.size() / 4) < 1_000, millis.toString());
    }

    private static void shows(String path, String member, int available) {
        await().atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> anonymous().get(path).path(member).equals(available));
    }

    private static List<String> names(String category, String inStock) {
        return anonymous()
                .get(PRODUCTS + "?sort=name&category=" + category + "&inStock=" + inStock)
                .path("items.name");
    }

    private static void say(String sku, long available, long version) {
        String fact =
                """
                {"eventId": "%s", "eventType": "StockUpdated", "occurredAt": "2026-11-20T12:34:56Z",
                 "stock": {"sku": "%s", "onHand": %d, "reserved": 0, "available": %d, "version": %d}}
                """;
        Bus.publish(
                TOPIC, sku, fact.formatted(UUID.randomUUID(), sku, available, available, version));
    }

    private static void awaitAvailable(Stored product, int available) {
        await().atMost(DEADLINE)
                .untilAsserted(
                        () ->
                                anonymous()
                                        .get(product.path())
                                        .then()
                                        .statusCode(200)
                                        .body("available", equalTo(available)));
    }
}
