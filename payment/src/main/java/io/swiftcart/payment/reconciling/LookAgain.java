package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.provider.ProviderBooks;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads both sides of an order once more, theirs first, and puts it into the report or takes it
 * out. A payment that changed in between is too fresh to be judged, so that nothing is reported
 * that was only under way.
 */
@ApplicationScoped
class LookAgain {

    private static final int AT_ONCE = 4;

    private record Told(String id, Optional<Charge> charge) {}

    private final Database database;
    private final PaymentBook book;
    private final ProviderBooks provider;
    private final ChargeRepository charges;
    private final MismatchRepository mismatches;

    LookAgain(
            Database database,
            PaymentBook book,
            ProviderBooks provider,
            ChargeRepository charges,
            MismatchRepository mismatches) {
        this.database = database;
        this.book = book;
        this.provider = provider;
        this.charges = charges;
        this.mismatches = mismatches;
    }

    /** Fails when the provider does not answer; what was not looked at stays as it was. */
    Uni<Void> at(Collection<OrderId> orders, long walk) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUni(orderId -> at(orderId, walk))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> at(OrderId orderId, long walk) {
        return knownIds(orderId)
                .chain(this::readAll)
                .call(told -> keep(told, walk))
                .chain(
                        told ->
                                book.ofOrder(orderId)
                                        .chain(ours -> judge(orderId, ours, theirs(told))));
    }

    private Uni<Set<String>> knownIds(OrderId orderId) {
        return charges.ofOrders(database.pool(), List.of(orderId))
                .chain(known -> book.ofOrder(orderId).map(ours -> ids(known, ours)));
    }

    private static Set<String> ids(List<Charge> known, OrderPayment ours) {
        Set<String> ids = new LinkedHashSet<>();
        known.forEach(charge -> ids.add(charge.id()));
        if (ours instanceof Payment payment && payment.providerPaymentId() != null) {
            ids.add(payment.providerPaymentId());
        }
        return ids;
    }

    private Uni<List<Told>> readAll(Set<String> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> provider.charge(id).map(charge -> new Told(id, charge)))
                .collect()
                .asList();
    }

    private Uni<Void> keep(List<Told> told, long walk) {
        List<String> gone =
                told.stream().filter(one -> one.charge().isEmpty()).map(Told::id).toList();
        List<Charge> ours =
                theirs(told).stream().filter(charge -> charge.orderId() != null).toList();
        return charges.keep(database.pool(), ours, walk)
                .chain(() -> charges.forget(database.pool(), gone));
    }

    private Uni<Void> judge(OrderId orderId, OrderPayment ours, List<Charge> theirs) {
        return new Comparison(orderId, ours, theirs, book.now())
                .mismatch()
                .map(found -> mismatches.add(database.pool(), found, book.now()))
                .orElseGet(() -> mismatches.remove(database.pool(), orderId));
    }

    private static List<Charge> theirs(List<Told> told) {
        return told.stream().map(Told::charge).flatMap(Optional::stream).toList();
    }
}
