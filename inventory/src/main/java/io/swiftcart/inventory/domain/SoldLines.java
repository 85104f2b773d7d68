package io.swiftcart.inventory.domain;

import io.swiftcart.inventory.domain.Lines.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was sold to an order, and what of it has been put back.
 *
 * @param back units by SKU; a SKU of which nothing is back may be absent
 */
public record SoldLines(Lines sold, Map<String, Integer> back) {

    public SoldLines {
        back = Map.copyOf(back);
    }

    /** How it stands after these lines are put back too; empty when more than was sold would be. */
    public Optional<SoldLines> returning(Lines more) {
        Map<String, Integer> after = new HashMap<>(back);
        more.all().forEach(line -> after.merge(line.sku(), line.qty(), Math::addExact));
        Map<String, Integer> limit = new HashMap<>();
        sold.all().forEach(line -> limit.put(line.sku(), line.qty()));
        boolean tooMuch =
                after.entrySet().stream()
                        .anyMatch(each -> each.getValue() > limit.getOrDefault(each.getKey(), 0));
        return tooMuch ? Optional.empty() : Optional.of(new SoldLines(sold, after));
    }

    /** The units that are back of each of the lines sold, in their order. */
    public Integer[] backByLine() {
        return sold.all().stream()
                .map(Line::sku)
                .map(sku -> back.getOrDefault(sku, 0))
                .toArray(Integer[]::new);
    }
}
