package io.swiftcart.order.recording;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Whom an order is for, as it is stored: personal data, kept with the order alone. */
public record Contact(
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable Address shippingAddress) {

    /** What the request says; the e-mail of the token where it says nothing. */
    public static Contact of(
            @Nullable Customer customer,
            @Nullable Address shippingAddress,
            @Nullable String tokenEmail,
            @Nullable String tokenName) {
        if (customer == null) {
            return new Contact(tokenEmail, tokenName, null, shippingAddress);
        }
        return new Contact(
                customer.email(),
                customer.name(),
                customer.phone(),
                shippingAddress == null ? customer.shippingAddress() : shippingAddress);
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
