package io.swiftcart.perf.bench.report;

import io.swiftcart.perf.bench.report.Series.Point;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line in SVG, with its axes from zero. */
final class Chart {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 200;
    private static final int LEFT = 60;
    private static final int BOTTOM = 30;
    private static final int TOP = 10;

    private Chart() {}

    static String of(Series series) {
        double mostX = most(series.points().stream().mapToDouble(Point::x).max().orElse(1));
        double mostY = most(series.points().stream().mapToDouble(Point::y).max().orElse(1));
        String line =
                series.points().stream()
                        .map(point -> at(point, mostX, mostY))
                        .collect(Collectors.joining(" "));
        int floor = HEIGHT - BOTTOM;
        return """
        <figure><figcaption>%s, %s over %s</figcaption>
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
        <path d="M%d %dV%dH%d" class="axis"/><polyline points="%s"/>
        <text x="%d" y="%d" text-anchor="end">%s</text><text x="%d" y="%d" text-anchor="end">0</text>
        <text x="%d" y="%d" text-anchor="end">%s</text>
        </svg></figure>
        """
                .formatted(
                        HtmlReport.escaped(series.name()),
                        HtmlReport.escaped(series.yUnit()),
                        HtmlReport.escaped(series.xUnit()),
                        WIDTH,
                        HEIGHT,
                        HtmlReport.escaped(series.name()),
                        LEFT,
                        TOP,
                        floor,
                        WIDTH,
                        line,
                        LEFT - 6,
                        TOP + 10,
                        Range.plain(mostY),
                        LEFT - 6,
                        floor,
                        WIDTH,
                        HEIGHT - 10,
                        Range.plain(mostX));
    }

    private static double most(double value) {
        return value <= 0 ? 1 : value;
    }

    private static String at(Point point, double mostX, double mostY) {
        double x = LEFT + point.x() / mostX * (WIDTH - LEFT);
        double y = HEIGHT - BOTTOM - point.y() / mostY * (HEIGHT - BOTTOM - TOP);
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
