package io.swiftcart.twin;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Records the order and holds its stock, charges the card, and confirms; or gives the stock back. */
@Service
class PlaceOrder {
    private final Orders orders;
    private final PaymentClient payments;

    PlaceOrder(Orders orders, PaymentClient payments) {
        this.orders = orders;
        this.payments = payments;
    }

    OrderView with(String customer, String key, OrderRequest request) {
        Optional<OrderView> known = orders.answered(customer, key);
        if (known.isPresent()) {
            return known.get();
        }
        OrderView placed = orders.place(customer, key, request);
        // No transaction is open while the provider is asked.
        PaymentClient.Charge charge = payments.charge(placed, request.paymentMethod());
        if (!charge.succeeded()) {
            orders.fail(customer, key, placed);
            throw new Refused.PaymentDeclined(placed.orderId());
        }
        return orders.confirm(customer, key, placed, charge.id());
    }
}
