package io.swiftcart.catalog;

import static io.swiftcart.catalog.Catalogue.CATEGORIES;
import static io.swiftcart.catalog.Catalogue.aCategory;
import static io.swiftcart.catalog.Catalogue.aProduct;
import static io.swiftcart.catalog.Catalogue.anonymous;
import static io.swiftcart.catalog.Catalogue.manager;
import static io.swiftcart.catalog.Catalogue.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.swiftcart.catalog.Catalogue.ProductBuilder;
import io.swiftcart.catalog.Catalogue.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConcurrentChangesComponentTest {
    private static final int AT_ONCE = 12;

    @Test
    void of_many_changes_on_one_tag_exactly_one_is_made() throws Exception {
        ProductBuilder product = aProduct();
        Stored mug = product.stored();
        Map<String, ?> body = product.body();

        List<Integer> statuses =
                atOnce(
                        () ->
                                manager()
                                        .header("If-Match", mug.etag())
                                        .body(body)
                                        .put(mug.path())
                                        .statusCode());

        assertEquals(1, Collections.frequency(statuses, 200));
        assertEquals(AT_ONCE - 1, Collections.frequency(statuses, 412));
        anonymous().get(mug.path()).then().body("version", equalTo(2));
    }

    @Test
    void of_many_products_with_one_sku_exactly_one_is_made() throws Exception {
        Map<String, ?> body = aProduct().body();

        List<Integer> statuses =
                atOnce(() -> manager().body(body).post(Catalogue.PRODUCTS).statusCode());

        assertEquals(1, Collections.frequency(statuses, 201));
        assertEquals(AT_ONCE - 1, Collections.frequency(statuses, 409));
    }

    @Test
    void withdrawing_at_once_counts_one_change() throws Exception {
        Stored mug = aProduct().stored();

        List<Integer> statuses = atOnce(() -> manager().delete(mug.path()).statusCode());

        assertEquals(AT_ONCE, Collections.frequency(statuses, 204));
        manager().get(mug.path()).then().body("version", equalTo(2));
    }

    @Test
    void two_moves_that_are_harmless_alone_never_make_a_cycle() throws Exception {
        for (int round = 0; round < 5; round++) {
            String left = aCategory("Left", null);
            String right = aCategory("Right", null);

            List<Integer> statuses =
                    inParallel(List.of(() -> move(left, right), () -> move(right, left)));

            assertTrue(statuses.contains(200) && statuses.contains(409), statuses.toString());
        }
    }

    @Test
    void a_category_is_either_removed_or_keeps_the_product() throws Exception {
        for (int round = 0; round < 5; round++) {
            String category = aCategory("Contested", null);
            Map<String, ?> body = aProduct().in(category).with("sku", "RACE-" + unique()).body();

            List<Integer> statuses =
                    inParallel(
                            List.of(
                                    () ->
                                            manager()
                                                    .delete(CATEGORIES + "/" + category)
                                                    .statusCode(),
                                    () ->
                                            manager()
                                                    .body(body)
                                                    .post(Catalogue.PRODUCTS)
                                                    .statusCode()));

            assertTrue(
                    statuses.equals(List.of(204, 422)) || statuses.equals(List.of(409, 201)),
                    statuses.toString());
        }
    }

    private static int move(String category, String parent) {
        return manager()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Moved", "parentId", parent))
                .put(CATEGORIES + "/" + category)
                .statusCode();
    }

    private static List<Integer> atOnce(Callable<Integer> request) throws Exception {
        return inParallel(Collections.nCopies(AT_ONCE, request));
    }

    private static List<Integer> inParallel(List<Callable<Integer>> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(requests)) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
