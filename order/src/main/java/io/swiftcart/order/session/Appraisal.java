package io.swiftcart.order.session;

import io.swiftcart.order.domain.OrderLine;
import io.swiftcart.order.domain.Totals;
import io.swiftcart.order.domain.pricing.Bill;
import io.swiftcart.order.domain.pricing.Promotion;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.order.session.SessionRepository.CartOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session comes to at this moment.
 *
 * @param options ways to ship it, cheapest first; none while the country is not known
 * @param chosen the chosen option, if it is offered
 * @param promotion the entered promotion, if it holds
 * @param ordered the order that was made of the cart already, in another session
 * @param requirements what is missing; the gate of completion
 */
record Appraisal(
        Bill bill,
        List<ShippingOption> options,
        @Nullable ShippingOption chosen,
        @Nullable Promotion promotion,
        @Nullable CartOrder ordered,
        List<Requirement> requirements) {

    Totals totals() {
        return bill.totals();
    }

    List<OrderLine> lines() {
        return bill.lines();
    }
}
