package io.swiftcart.payment.settling;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Asks again about attempts that nobody attends to: the provider was silent, or the process that
 * asked has died. Each attempt is asked about 5 s, 10 s, and then each 20 s after the last time,
 * for as long as it takes, but not while the breaker is open. Two replicas may look at the same
 * attempt; the version lets one of them ask.
 */
@ApplicationScoped
class ResolveUnanswered {

    private static final int BATCH = 100;

    private final PaymentBook book;
    private final PaymentProvider provider;
    private final AskProvider askProvider;

    ResolveUnanswered(PaymentBook book, PaymentProvider provider, AskProvider askProvider) {
        this.book = book;
        this.provider = provider;
        this.askProvider = askProvider;
    }

    @Scheduled(
            identity = "resolve-unanswered",
            every = "{swiftcart.payment.settling.resolve-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return provider.unavailable()
                ? Uni.createFrom().voidItem()
                : book.unattended(BATCH).chain(this::askAll);
    }

    private Uni<Void> askAll(List<OrderPayment> found) {
        return Sweep.each(
                Payment.among(found),
                askProvider::again,
                payment -> "Payment " + payment.id() + " could not be resolved");
    }
}
