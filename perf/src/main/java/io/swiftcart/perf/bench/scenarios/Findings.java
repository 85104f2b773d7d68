package io.swiftcart.perf.bench.scenarios;

import io.swiftcart.perf.bench.measure.Cost;
import io.swiftcart.perf.bench.report.Figure;
import io.swiftcart.perf.bench.report.Series;
import java.util.ArrayList;
import java.util.List;

/** What a scenario has found out, in the order in which it is to be read. */
public final class Findings {
    private final List<Figure> figures = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A value of which nothing is asked. */
    public void figure(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, null, null));
    }

    /** A value that should be below. */
    public void below(double most, String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, "< " + plain(most), value < most));
    }

    /** A value that should be reached. */
    public void atLeast(double least, String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, "≥ " + plain(least), value >= least));
    }

    /** A value that must be this. */
    public void exactly(double wanted, String name, double value, String unit) {
        figures.add(new Figure(name, value, unit, "= " + plain(wanted), value == wanted));
    }

    public void cost(Cost cost) {
        costs.add(cost);
        figure("CPU per " + cost.work(), cost.cpuMillisPerOrder(), "ms");
    }

    public void series(Series line) {
        series.add(line);
    }

    /** A sentence for the reader. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    public List<Figure> figures() {
        return figures;
    }

    public List<Cost> costs() {
        return costs;
    }

    public List<Series> series() {
        return series;
    }

    public List<String> notes() {
        return notes;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
