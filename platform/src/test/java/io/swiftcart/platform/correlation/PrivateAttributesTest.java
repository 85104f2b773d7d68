package io.swiftcart.platform.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateAttributesTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082/internal/inventory/reservations,"
                + " http://127.0.0.1:8082/internal/inventory/reservations",
        "https://api.stripe.com/v1/payment_intents/pi_3Nabc?expand=charges,"
                + " https://api.stripe.com/v1/payment_intents/{id}",
        "http://alice:secret@cart/api/v1/carts/_aBcDeFgHiJkLmNoPqRsTuVw?email=alice@example.com,"
                + " http://cart/api/v1/carts/{id}",
        "http://cart, http://cart",
        "nonsense with blanks, -"
    })
    void an_address_keeps_its_host_and_its_route(String url, String kept) {
        assertEquals(kept, PrivateAttributes.nameless(url));
    }
}
