package io.swiftcart.stack.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * 500 products, {@code SKU-00001} to {@code SKU-00500}, in 12 categories: the same ones each time.
 * Prices run from 100 to 50,000 cents; 10,000 of each are on hand, of the last one 100, of the one
 * before it none.
 */
final class DemoCatalogue {

    static final int PRODUCTS = 500;
    private static final int CHEAPEST = 100;
    private static final int DEAREST = 50_000;
    private static final int PLENTY = 10_000;

    private final List<Category> categories;

    private DemoCatalogue(List<Category> categories) {
        this.categories = categories;
    }

    /**
     * As {@code demo/categories.json} lists it. {@code kinds}: what is sold, with its plain price
     * in cents.
     */
    record Category(
            String slug,
            String name,
            String description,
            Map<String, Integer> kinds,
            List<String> makes,
            List<String> colours) {}

    static DemoCatalogue read() {
        try (InputStream list = DemoCatalogue.class.getResourceAsStream("/demo/categories.json")) {
            if (list == null) {
                throw new StackFailure(
                        "The demo data is not on the class path: build the module stack.");
            }
            return new DemoCatalogue(
                    new ObjectMapper().readValue(list, new TypeReference<List<Category>>() {}));
        } catch (IOException e) {
            throw new StackFailure(
                    "The demo data cannot be read: build the module stack again.", e);
        }
    }

    List<Category> categories() {
        return categories;
    }

    /** In the order of their SKUs; neighbours are of different categories. */
    List<DemoProduct> products() {
        List<DemoProduct> products = new ArrayList<>();
        for (int number = 1; number <= PRODUCTS; number++) {
            Category category = categories.get((number - 1) % categories.size());
            products.add(product(number, category, (number - 1) / categories.size()));
        }
        return products;
    }

    /**
     * {@code turn}: the how-manieth product of its category, from 0; kind, make and colour follow
     * from it.
     */
    private static DemoProduct product(int number, Category category, int turn) {
        List<String> kinds = new ArrayList<>(new TreeMap<>(category.kinds()).keySet());
        String kind = kinds.get(turn % kinds.size());
        int variant = turn / kinds.size();
        String make =
                category.makes()
                        .get(
                                (variant + variant / category.colours().size() + turn)
                                        % category.makes().size());
        String colour = category.colours().get(variant % category.colours().size());
        String description =
                "%s %s in %s. %s"
                        .formatted(
                                make,
                                kind.toLowerCase(Locale.ROOT),
                                colour,
                                category.description());
        return new DemoProduct(
                "SKU-%05d".formatted(number),
                "%s %s, %s".formatted(make, kind, colour),
                description,
                price(number, category.kinds().getOrDefault(kind, CHEAPEST), variant),
                category.slug(),
                Map.of("make", make, "colour", colour, "kind", kind),
                onHand(number));
    }

    /**
     * A variant is a tenth dearer than the one before; the last two products stand for the ends of
     * the range.
     */
    private static int price(int number, int plain, int variant) {
        return switch (number) {
            case PRODUCTS -> DEAREST;
            case PRODUCTS - 1 -> CHEAPEST;
            default -> Math.clamp(plain + (long) plain * variant / 10, CHEAPEST, DEAREST);
        };
    }

    private static int onHand(int number) {
        return switch (number) {
            case PRODUCTS -> 100;
            case PRODUCTS - 1 -> 0;
            default -> PLENTY;
        };
    }
}
