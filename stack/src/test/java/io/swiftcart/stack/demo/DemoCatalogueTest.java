package io.swiftcart.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCatalogueTest {

    private final List<DemoProduct> products = DemoCatalogue.read().products();

    @Test
    void there_are_500_products_in_12_categories() {
        Map<String, Long> sizes =
                products.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DemoProduct::category, Collectors.counting()));

        assertEquals(500, products.stream().map(DemoProduct::sku).distinct().count());
        assertEquals("SKU-00001", products.getFirst().sku());
        assertEquals("SKU-00500", products.getLast().sku());
        assertEquals(12, sizes.size());
        assertTrue(sizes.values().stream().allMatch(size -> size >= 41));
    }

    @Test
    void prices_run_from_100_to_50000() {
        IntSummaryStatistics prices =
                products.stream().mapToInt(DemoProduct::price).summaryStatistics();

        assertEquals(100, prices.getMin());
        assertEquals(50_000, prices.getMax());
    }

    @Test
    void the_last_product_is_scarce_and_the_one_before_sold_out() {
        assertEquals(100, products.get(499).onHand());
        assertEquals(0, products.get(498).onHand());
        assertTrue(
                products.subList(0, 498).stream().allMatch(product -> product.onHand() == 10_000));
    }

    @Test
    void no_two_products_have_the_same_name() {
        assertEquals(500, products.stream().map(DemoProduct::name).distinct().count());
    }
}
