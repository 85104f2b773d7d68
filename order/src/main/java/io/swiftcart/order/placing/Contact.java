package io.swiftcart.order.placing;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Whom an order is for, as it is stored: personal data, kept with the order alone. */
record Contact(
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable Object shippingAddress) {

    /** What the request says; the e-mail of the token where it says nothing. */
    static Contact of(
            PlaceOrderRequest request, @Nullable String tokenEmail, @Nullable String tokenName) {
        PlaceOrderRequest.Customer customer = request.customer();
        if (customer == null) {
            return new Contact(tokenEmail, tokenName, null, request.shippingAddress());
        }
        Object address =
                request.shippingAddress() == null
                        ? customer.shippingAddress()
                        : request.shippingAddress();
        return new Contact(customer.email(), customer.name(), customer.phone(), address);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        put(json, "email", email);
        put(json, "name", name);
        put(json, "phone", phone);
        put(
                json,
                "shippingAddress",
                shippingAddress == null ? null : JsonObject.mapFrom(shippingAddress));
        return json;
    }

    private static void put(JsonObject json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
