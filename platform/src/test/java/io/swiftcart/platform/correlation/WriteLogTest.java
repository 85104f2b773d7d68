package io.swiftcart.platform.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteLogTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, /api/v1/orders",
        "/api/v1/checkout/sessions/0192f0c1-aaaa-7bbb-8ccc-0123456789ab/shipping-address,"
                + " /api/v1/checkout/sessions/{id}/shipping-address",
        "/api/v1/carts/_aBcDeFgHiJkLmNoPqRsTuVw/items/SKU-00001, /api/v1/carts/{id}/items/{id}",
        "/internal/inventory/orders/0192f0c1-aaaa-7bbb-8ccc-0123456789ab/restock,"
                + " /internal/inventory/orders/{id}/restock"
    })
    void a_line_names_the_route_and_no_id(String path, String logged) {
        assertEquals(logged, WriteLog.nameless(path));
    }
}
