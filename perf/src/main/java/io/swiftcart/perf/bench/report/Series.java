package io.swiftcart.perf.bench.report;

import java.util.List;

/** A line of a chart. */
public record Series(String name, String xUnit, String yUnit, List<Point> points) {
    /** One point of it. */
    public record Point(double x, double y) {}
}
