package io.swiftcart.e2e.chaos;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where every choice of a scenario comes from. A run is repeated with {@code -Dseed=} and the
 * number that stands in its name.
 */
record Seed(long value) {
    private static final int HIGHEST = 1_000_000_000;

    /** One, for scenarios that break the same things in every run. */
    static Stream<Seed> one() {
        return many().limit(1);
    }

    /** As many as the form asks for. */
    static Stream<Seed> many() {
        Long wanted = Long.getLong("seed");
        LongStream values =
                wanted == null
                        ? new SecureRandom().longs(howMany(), 1, HIGHEST)
                        : LongStream.of(wanted);
        return values.mapToObj(Seed::new);
    }

    private static int howMany() {
        return Integer.getInteger("seeds", Form.get().seeds());
    }

    Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "seed " + value;
    }
}
