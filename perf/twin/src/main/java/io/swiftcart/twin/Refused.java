package io.swiftcart.twin;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers that are no order. */
final class Refused {

    private Refused() {}

    static final class OutOfStock extends ResponseStatusException {
        OutOfStock(String sku) {
            super(HttpStatus.CONFLICT, "insufficient-stock: " + sku);
        }
    }

    static final class UnknownSku extends ResponseStatusException {
        UnknownSku(String sku) {
            super(HttpStatus.UNPROCESSABLE_ENTITY, "unknown-sku: " + sku);
        }
    }

    static final class PaymentDeclined extends ResponseStatusException {
        PaymentDeclined(UUID order) {
            super(HttpStatus.PAYMENT_REQUIRED, "payment-declined: " + order);
        }
    }

    static final class InFlight extends ResponseStatusException {
        InFlight() {
            super(HttpStatus.CONFLICT, "idempotency-key-in-flight");
        }
    }
}
