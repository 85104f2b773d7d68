package io.swiftcart.perf.bench.report;

import java.util.List;
import java.util.Locale;

/** Several values of the same figure. */
public record Range(double median, double least, double most, int values) {

    /** Of at least one value. */
    static Range of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median =
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Range(median, sorted.getFirst(), sorted.getLast(), sorted.size());
    }

    /** The median, with the range behind it when there is one. */
    String text() {
        return values == 1
                ? plain(median)
                : plain(median) + " (" + plain(least) + "–" + plain(most) + ")";
    }

    /** Three digits that count. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String form =
                size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
