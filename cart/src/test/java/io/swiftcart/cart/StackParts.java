package io.swiftcart.cart;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.testing.StackTestResource;

/** The real parts that every component test of this module runs on. */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "parts", value = "redis,kafka,identity"))
@QuarkusTestResource(RedisWire.class)
final class StackParts {
    private StackParts() {}
}
