package io.swiftcart.order.placing;

import static io.swiftcart.order.domain.pricing.TaxCategory.STANDARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.money.Money;
import io.swiftcart.platform.problem.Problem;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuoteTest {
    private final Map<String, Product> sold =
            Map.of(
                    "SKU-1", new Product("SKU-1", "Lamp", usd(1299), true, 500, STANDARD),
                    "SKU-2", new Product("SKU-2", "Desk", usd(1), true, 500, STANDARD));

    @Test
    void the_total_comes_from_the_prices_of_the_catalogue() {
        Quote quote = Quote.of(request(null, item("SKU-1", 2, null), item("SKU-2", 3, null)), sold);

        assertEquals(usd(2601), quote.totals().total());
    }

    @Test
    void one_sku_on_two_lines_is_summed() {
        Quote quote = Quote.of(request(null, item("SKU-1", 2, null), item("SKU-1", 3, null)), sold);

        assertEquals(1, quote.lines().size());
        assertEquals(5, quote.lines().getFirst().qty());
    }

    @Test
    void lines_of_one_sku_may_add_up_to_999_and_no_more() {
        assertEquals(
                999,
                Quote.of(request(null, item("SKU-1", 998, null), item("SKU-1", 1, null)), sold)
                        .lines()
                        .getFirst()
                        .qty());
        refused(
                "validation-failed",
                request(null, item("SKU-1", 999, null), item("SKU-1", 1, null)));
    }

    @Test
    void a_sku_that_is_not_sold_is_refused() {
        refused("unknown-sku", request(null, item("SKU-1", 1, null), item("SKU-9", 1, null)));
    }

    @Test
    void an_expected_price_must_be_the_price_of_today() {
        assertEquals(
                usd(1299), Quote.of(request(null, item("SKU-1", 1, 1299L)), sold).totals().total());
        refused("price-changed", request(null, item("SKU-1", 1, 1298L)));
    }

    @Test
    void an_expected_total_must_be_the_total_of_today() {
        assertEquals(
                usd(1299), Quote.of(request(1299L, item("SKU-1", 1, null)), sold).totals().total());
        refused("total-changed", request(1300L, item("SKU-1", 1, null)));
    }

    @Test
    void a_changed_price_is_told_before_a_changed_total() {
        refused("price-changed", request(1L, item("SKU-1", 1, 1L)));
    }

    @Test
    void the_currency_must_be_that_of_the_products() {
        PlaceOrderRequest inEuro =
                new PlaceOrderRequest(
                        List.of(item("SKU-1", 1, null)), "EUR", "pm_card_visa", null, null, null);

        refused("currency-mismatch", inEuro);
    }

    private void refused(String code, PlaceOrderRequest request) {
        Problem problem = assertThrows(Problem.class, () -> Quote.of(request, sold));
        assertEquals(code, problem.code().code());
    }

    private static PlaceOrderRequest request(
            @Nullable Long expectedTotal, PlaceOrderRequest.Item... items) {
        return new PlaceOrderRequest(
                List.of(items), "USD", "pm_card_visa", null, null, expectedTotal);
    }

    private static PlaceOrderRequest.Item item(String sku, int qty, @Nullable Long unitPrice) {
        return new PlaceOrderRequest.Item(sku, qty, unitPrice);
    }

    private static Money usd(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance("USD"));
    }
}
