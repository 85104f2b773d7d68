package io.swiftcart.perf.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void pauses_of_all_collectors_are_added() {
        String metrics =
                """
                # TYPE jvm_gc_pause_seconds summary
                jvm_gc_pause_seconds_count{action="end of minor GC",cause="x"} 4
                jvm_gc_pause_seconds_sum{action="end of minor GC",cause="x"} 0.25
                jvm_gc_pause_seconds_sum{action="end of major GC",cause="y"} 0.5
                """;

        assertEquals(750, GcTimes.sum(metrics));
    }

    @Test
    void the_share_of_the_processors_is_taken_of_the_time_in_between() {
        MachineTimes before = new MachineTimes(100, 50, 0, 50);
        MachineTimes after = new MachineTimes(150, 75, 5, 70);

        assertEquals(new Cost.Machine(50, 25, 5, 20), after.since(before));
    }

    @Test
    void this_very_process_has_taken_time_and_memory() {
        long self = ProcessHandle.current().pid();

        assertTrue(ProcessTimes.cpuMillis(self) > 0);
        assertTrue(ProcessTimes.memoryBytes(self) > 1_000_000);
    }
}
