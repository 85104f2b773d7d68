package io.swiftcart.twin;

import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {
    private final PlaceOrder placeOrder;

    OrderController(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    @PostMapping
    ResponseEntity<OrderView> place(
            Principal caller,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody OrderRequest request) {
        OrderView order = placeOrder.with(caller.getName(), key, request);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + order.orderId())).body(order);
    }
}
