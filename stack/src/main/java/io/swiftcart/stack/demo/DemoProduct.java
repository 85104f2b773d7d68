package io.swiftcart.stack.demo;

import java.util.Map;

/**
 * One product of the demo shop. {@code price}: cents of a US dollar; {@code category}: a slug;
 * {@code onHand}: units.
 */
record DemoProduct(
        String sku,
        String name,
        String description,
        int price,
        String category,
        Map<String, String> attributes,
        int onHand) {}
