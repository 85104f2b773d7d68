package io.swiftcart.perf.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param bar what it is held against, in words; null if nothing is asked of it
 * @param held whether it stands up to the bar
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String name, double value, String unit, @Nullable String bar, @Nullable Boolean held) {}
