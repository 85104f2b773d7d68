package io.swiftcart.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteClassTest {

    @ParameterizedTest
    @CsvSource({
        "CHECKOUT, POST, /api/v1/orders",
        "CHECKOUT, POST, /api/v1/orders/",
        "CHECKOUT, POST, /api/v1/orders/batch",
        "CHECKOUT, POST, /api/v1/checkout",
        "CHECKOUT, PUT, /api/v1/checkout/sessions/1/customer",
        "BROWSE, GET, /api/v1/checkout/sessions/1",
        "BROWSE, GET, /api/v1/orders",
        "WRITE, PUT, /api/v1/orders/1/cancel",
        "WRITE, POST, /api/v1/carts",
        "LOGIN, POST, /api/v1/auth/login",
        "WEBHOOK, POST, /api/v1/webhooks/stripe",
        "BROWSE, HEAD, /api/v1/products",
        "BROWSE, GET, /docs",
    })
    void a_request_belongs_to_the_class_of_what_it_is_about(
            RouteClass expected, String method, String path) {
        assertEquals(expected, RouteClass.of(HttpMethod.valueOf(method), path));
    }
}
