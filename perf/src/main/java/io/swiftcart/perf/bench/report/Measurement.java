package io.swiftcart.perf.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swiftcart.perf.bench.measure.Cost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scenario, run once.
 *
 * @param subject which build: {@code this}, or {@code beside}
 * @param state {@code measured}; {@code void} when an invariant was broken; {@code failed} when it
 *     broke off; {@code not-run} when it cannot be run here
 * @param why one sentence, unless it was measured
 * @param invariants as {@code verify} reports them afterwards; null when nothing ran
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measurement(
        String id,
        String title,
        String subject,
        int round,
        String state,
        @Nullable String why,
        List<Figure> figures,
        List<Cost> costs,
        List<Series> series,
        List<String> notes,
        @Nullable JsonNode invariants) {
    public static final String MEASURED = "measured";
    public static final String VOID = "void";
    public static final String FAILED = "failed";
    public static final String NOT_RUN = "not-run";
}
