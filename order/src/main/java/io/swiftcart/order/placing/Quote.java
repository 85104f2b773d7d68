package io.swiftcart.order.placing;

import io.swiftcart.order.OrderProblem;
import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.order.pricing.Product;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The lines and sums of an order at today's prices. */
record Quote(List<OrderLine> lines, Totals totals) {
    private static final int QTY_MAX = 999;

    /** The most that payment takes at once. */
    private static final long TOTAL_MAX = 999_999_999_999L;

    /**
     * Prices a request from the products that are sold. A problem when a SKU is unknown, the
     * currency is not the products', or an expected price or total is not ours; a changed price is
     * told before a changed total.
     */
    static Quote of(PlaceOrderRequest request, Map<String, Product> sold) {
        requireKnown(request, sold);
        requireCurrency(request, sold);
        requirePrices(request, sold);
        List<OrderLine> lines =
                quantities(request).entrySet().stream()
                        .map(entry -> line(product(sold, entry.getKey()), entry.getValue()))
                        .toList();
        Quote quote = new Quote(lines, Totals.of(lines, Currency.getInstance(request.currency())));
        quote.requireTotal(request);
        quote.requirePayable();
        return quote;
    }

    /** The SKUs of a request, each once. */
    static List<String> skus(PlaceOrderRequest request) {
        return request.items().stream().map(PlaceOrderRequest.Item::sku).distinct().toList();
    }

    private static OrderLine line(Product product, int qty) {
        return OrderLine.of(product.sku(), product.name(), qty, product.price());
    }

    private static Map<String, Integer> quantities(PlaceOrderRequest request) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        request.items().forEach(item -> quantities.merge(item.sku(), item.qty(), Integer::sum));
        quantities.forEach(Quote::requireQuantity);
        return quantities;
    }

    private static void requireQuantity(String sku, int qty) {
        if (qty > QTY_MAX) {
            throw new Problem(
                            CommonProblem.VALIDATION_FAILED,
                            "The lines of one SKU add up to more than 999.")
                    .pointing("/items", sku + " is asked for " + qty + " times");
        }
    }

    private static void requireKnown(PlaceOrderRequest request, Map<String, Product> sold) {
        List<String> unknown =
                skus(request).stream().filter(sku -> !sold.containsKey(sku)).toList();
        if (!unknown.isEmpty()) {
            throw new Problem(
                            OrderProblem.UNKNOWN_SKU,
                            "Not sold here: " + String.join(", ", unknown) + ".")
                    .with("skus", unknown);
        }
    }

    private static void requireCurrency(PlaceOrderRequest request, Map<String, Product> sold) {
        boolean other =
                skus(request).stream()
                        .map(sku -> product(sold, sku).price().currency().getCurrencyCode())
                        .anyMatch(currency -> !currency.equals(request.currency()));
        if (other) {
            throw new Problem(
                    OrderProblem.CURRENCY_MISMATCH, "Order in the currency of the products.");
        }
    }

    private static void requirePrices(PlaceOrderRequest request, Map<String, Product> sold) {
        List<Map<String, Object>> changed =
                request.items().stream()
                        .filter(item -> expectsAnother(item, product(sold, item.sku())))
                        .map(item -> changed(item, product(sold, item.sku())))
                        .toList();
        if (!changed.isEmpty()) {
            throw new Problem(OrderProblem.PRICE_CHANGED, "See items for the prices of today.")
                    .with("items", changed);
        }
    }

    private static boolean expectsAnother(PlaceOrderRequest.Item item, Product product) {
        Long expected = item.unitPrice();
        return expected != null && expected != product.price().minorUnits();
    }

    /** Of a SKU that is known to be sold. */
    private static Product product(Map<String, Product> sold, String sku) {
        return Objects.requireNonNull(sold.get(sku));
    }

    private static Map<String, Object> changed(PlaceOrderRequest.Item item, Product product) {
        return Map.of(
                "sku",
                item.sku(),
                "expectedUnitPrice",
                Objects.requireNonNull(item.unitPrice()),
                "unitPrice",
                product.price().minorUnits());
    }

    private void requireTotal(PlaceOrderRequest request) {
        long total = totals.total().minorUnits();
        if (request.expectedTotal() != null && request.expectedTotal() != total) {
            throw new Problem(
                            OrderProblem.TOTAL_CHANGED,
                            "The total is " + total + " " + request.currency() + ".")
                    .with("totalAmount", total)
                    .with("currency", request.currency());
        }
    }

    private void requirePayable() {
        if (totals.total().minorUnits() > TOTAL_MAX) {
            throw new Problem(
                            CommonProblem.VALIDATION_FAILED,
                            "One order comes to at most " + TOTAL_MAX + ".")
                    .pointing("/items", "comes to " + totals.total().minorUnits());
        }
    }
}
