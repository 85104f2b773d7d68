package io.swiftcart.perf.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How long and how hard is measured.
 *
 * @param measured one measurement at a constant rate
 * @param step one step on the way to saturation
 * @param warmUp of a fresh shop
 * @param soak B5
 * @param overload B9
 * @param firstRate where the search for saturation begins, orders a second
 * @param users B3
 * @param buyers B6
 * @param products the catalogue scenario
 * @param storedOrders the growth scenario: how many are stored, one after the other
 * @param folder where logs, Gatling's reports and the shop's data go
 * @param nativeImages whether the shop runs as native images
 */
public record Plan(
        Duration measured,
        Duration step,
        Duration warmUp,
        Duration soak,
        Duration overload,
        double firstRate,
        int users,
        int buyers,
        int products,
        List<Long> storedOrders,
        Path folder,
        boolean nativeImages) {}
