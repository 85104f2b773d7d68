package io.swiftcart.order.session;

import io.swiftcart.order.OrderProblem;
import io.swiftcart.platform.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is still missing before a session can be completed, and where in the session it belongs. */
@Schema(
        name = "CheckoutRequirement",
        requiredProperties = {"code", "pointer"})
record Requirement(
        @Schema(
                        enumeration = {
                            "cart-ordered",
                            "cart-empty",
                            "item-not-sold",
                            "customer-required",
                            "shipping-address-required",
                            "shipping-option-required",
                            "shipping-option-unavailable",
                            "promotion-not-applicable",
                            "total-not-payable"
                        })
                String code,
        @Schema(examples = "/shippingAddress") String pointer) {

    /** In another session; this one has nothing left to do unless the cart is changed. */
    static final Requirement CART_ORDERED = new Requirement("cart-ordered", "/cartId");

    static final Requirement CART_EMPTY = new Requirement("cart-empty", "/items");
    static final Requirement CUSTOMER = new Requirement("customer-required", "/customer");
    static final Requirement ADDRESS =
            new Requirement("shipping-address-required", "/shippingAddress");
    static final Requirement OPTION =
            new Requirement("shipping-option-required", "/shippingOption");
    static final Requirement OPTION_GONE =
            new Requirement("shipping-option-unavailable", "/shippingOption");
    static final Requirement PROMOTION = new Requirement("promotion-not-applicable", "/promotion");
    static final Requirement TOTAL = new Requirement("total-not-payable", "/totalAmount");

    static Requirement notSold(int index) {
        return new Requirement("item-not-sold", "/items/" + index);
    }

    /** The refusal of whatever needs what is missing. */
    static Problem refusal(List<Requirement> missing) {
        return new Problem(
                        OrderProblem.CHECKOUT_INCOMPLETE, "See requirements for what is missing.")
                .with("requirements", missing);
    }
}
