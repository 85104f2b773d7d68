package io.swiftcart.perf.bench;

import org.jspecify.annotations.Nullable;

/** Something that ends the benchmark, as one sentence with the way out. */
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BenchFailure(String sentence) {
        this(sentence, null);
    }

    public BenchFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
