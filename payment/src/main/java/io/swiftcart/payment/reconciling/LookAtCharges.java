package io.swiftcart.payment.reconciling;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Charge;
import io.swiftcart.payment.domain.OrderId;
import io.swiftcart.payment.domain.OrderPayment;
import io.swiftcart.payment.domain.Payment;
import io.swiftcart.payment.settling.PaymentBook;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps a page of the provider's charges and holds it against our payments, three reads in all. */
@ApplicationScoped
class LookAtCharges {

    private final Database database;
    private final PaymentBook book;
    private final ChargeRepository charges;
    private final LookAgain lookAgain;

    LookAtCharges(
            Database database, PaymentBook book, ChargeRepository charges, LookAgain lookAgain) {
        this.database = database;
        this.book = book;
        this.charges = charges;
        this.lookAgain = lookAgain;
    }

    /** Charges that name no order of ours are passed over. */
    Uni<Void> with(List<Charge> page, long walk) {
        List<Charge> named = page.stream().filter(charge -> charge.orderId() != null).toList();
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<OrderId> orders =
                named.stream()
                        .map(charge -> Objects.requireNonNull(charge.orderId()))
                        .collect(Collectors.toSet());
        return charges.keep(database.pool(), named, walk)
                .chain(() -> charges.ofOrders(database.pool(), orders))
                .chain(theirs -> book.ofOrders(orders).map(ours -> differing(orders, ours, theirs)))
                .chain(suspects -> lookAgain.at(suspects, walk));
    }

    private List<OrderId> differing(
            Set<OrderId> orders, List<OrderPayment> ours, List<Charge> theirs) {
        Map<OrderId, OrderPayment> payments = byOrder(ours);
        Map<OrderId, List<Charge>> told =
                theirs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        charge -> Objects.requireNonNull(charge.orderId())));
        return orders.stream()
                .filter(
                        orderId ->
                                new Comparison(
                                                orderId,
                                                payments.getOrDefault(
                                                        orderId, new OrderPayment.None()),
                                                told.getOrDefault(orderId, List.of()),
                                                book.now())
                                        .mismatch()
                                        .isPresent())
                .toList();
    }

    private static Map<OrderId, OrderPayment> byOrder(List<OrderPayment> ours) {
        Map<OrderId, OrderPayment> byOrder = new HashMap<>();
        for (OrderPayment one : ours) {
            switch (one) {
                case Payment payment -> byOrder.put(payment.orderId(), payment);
                case OrderPayment.Closed closed -> byOrder.put(closed.orderId(), closed);
                case OrderPayment.None _ -> {}
            }
        }
        return byOrder;
    }
}
