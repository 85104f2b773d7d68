package io.swiftcart.inventory.reserving;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.swiftcart.inventory.domain.OrderId;
import io.swiftcart.inventory.domain.ReserveOutcome;
import io.swiftcart.inventory.ledger.StockLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Holds stock for one order, all lines or none. Idempotent by order id: a repeat moves the expiry
 * forward. Decided even if the caller no longer waits.
 */
@ApplicationScoped
class ReserveStock {
    private final AskQueue queue;
    private final StockLedger ledger;
    private final MeterRegistry metrics;

    ReserveStock(AskQueue queue, StockLedger ledger, MeterRegistry metrics) {
        this.queue = queue;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    Uni<ReserveOutcome> with(ReserveRequest request) {
        Ask ask =
                Ask.of(
                        new OrderId(request.orderId()),
                        request.lines(),
                        ledger.now().plus(request.ttl()));
        return queue.join(ask).invoke(this::count);
    }

    private void count(ReserveOutcome outcome) {
        String name = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("swiftcart_inventory_reservations", "outcome", name).increment();
    }
}
