package io.swiftcart.inventory.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an order wants: each SKU once, sorted by SKU, so that equal wishes are equal lines. */
public record Lines(List<Line> all) {

    /**
     * So many units of one SKU.
     *
     * @param qty units, at least 1
     */
    public record Line(String sku, int qty) {}

    /**
     * The lines sorted, those of the same SKU summed; fails with ArithmeticException beyond {@code
     * int}.
     */
    public static Lines of(Collection<Line> lines) {
        Map<String, Integer> bySku = new TreeMap<>();
        lines.forEach(line -> bySku.merge(line.sku(), line.qty(), Math::addExact));
        return new Lines(
                bySku.entrySet().stream()
                        .map(entry -> new Line(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The SKUs, beside {@link #quantities()}. */
    public String[] skus() {
        return all.stream().map(Line::sku).toArray(String[]::new);
    }

    /** The units of each of {@link #skus()}. */
    public Integer[] quantities() {
        return all.stream().map(Line::qty).toArray(Integer[]::new);
    }
}
