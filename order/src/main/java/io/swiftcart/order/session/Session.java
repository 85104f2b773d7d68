package io.swiftcart.order.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.swiftcart.order.neighbours.Cart;
import io.swiftcart.order.recording.Address;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A checkout on its way from a cart to an order.
 *
 * @param customerId who opened it; null for a guest, whose session belongs to whoever knows its id
 * @param orderId once completed; gone again when that order has failed
 * @param shippingOption code of the option, as it was chosen
 * @param promotion code of the promotion, as it was entered
 * @param cart as it was read last
 */
record Session(
        UUID id,
        String cartId,
        @Nullable String customerId,
        Status status,
        @Nullable UUID orderId,
        @Nullable Buyer customer,
        @Nullable Address shippingAddress,
        @Nullable String shippingOption,
        @Nullable String promotion,
        Cart cart,
        int version,
        Instant createdAt,
        Instant expiresAt) {

    /** Where a session stands. */
    enum Status {
        OPEN,
        COMPLETED,
        EXPIRED
    }

    /** Whom to write to. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Buyer(String email, @Nullable String name, @Nullable String phone) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Scope of the idempotency keys that are used on it, and subject of the personal data that is
     * kept of it.
     */
    String keyOwner() {
        return keyOwner(id, customerId);
    }

    static String keyOwner(UUID id, @Nullable String customerId) {
        return customerId == null ? "guest:" + id : customerId;
    }

    @Nullable String country() {
        return shippingAddress == null ? null : shippingAddress.country();
    }

    /** The same session over the cart as it is now. */
    Session over(Cart now) {
        return with(customer, shippingAddress, shippingOption, promotion, now, status);
    }

    /** The same session as it is after its time. */
    Session at(Instant now) {
        boolean over = status == Status.OPEN && !now.isBefore(expiresAt);
        return over
                ? with(customer, shippingAddress, shippingOption, promotion, cart, Status.EXPIRED)
                : this;
    }

    Session boughtBy(Buyer buyer) {
        return with(buyer, shippingAddress, shippingOption, promotion, cart, status);
    }

    Session shippedTo(Address address) {
        return with(customer, address, shippingOption, promotion, cart, status);
    }

    Session shippedBy(@Nullable String option) {
        return with(customer, shippingAddress, option, promotion, cart, status);
    }

    Session promoted(@Nullable String code) {
        return with(customer, shippingAddress, shippingOption, code, cart, status);
    }

    /** The same session once a change of it is stored. */
    Session changed() {
        return new Session(
                id,
                cartId,
                customerId,
                status,
                orderId,
                customer,
                shippingAddress,
                shippingOption,
                promotion,
                cart,
                version + 1,
                createdAt,
                expiresAt);
    }

    private Session with(
            @Nullable Buyer buyer,
            @Nullable Address address,
            @Nullable String option,
            @Nullable String code,
            Cart lying,
            Status standing) {
        return new Session(
                id,
                cartId,
                customerId,
                standing,
                orderId,
                buyer,
                address,
                option,
                code,
                lying,
                version,
                createdAt,
                expiresAt);
    }

    @Override
    public String toString() {
        return "Session[***]";
    }
}
