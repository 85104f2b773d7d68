package io.swiftcart.perf.bench.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.perf.bench.load.LoadResult.Second;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillEachTest {

    @Test
    void goodput_is_back_once_it_has_stood_for_three_seconds() {
        List<Second> seconds = seconds(200, 200, 0, 0, 200, 0, 200, 200, 200);

        assertEquals(4, KillEach.recovered(seconds, 1, 190));
    }

    @Test
    void goodput_that_never_falls_is_back_at_once() {
        assertEquals(0, KillEach.recovered(seconds(200, 200, 200, 200, 200), 1, 190));
    }

    @Test
    void goodput_that_never_comes_back_takes_the_whole_pause() {
        assertEquals(25, KillEach.recovered(seconds(200, 0, 0, 0, 0), 1, 190));
    }

    private static List<Second> seconds(long... good) {
        return IntStream.range(0, good.length)
                .mapToObj(at -> new Second(at, good[at], 0, 0, 1))
                .toList();
    }
}
