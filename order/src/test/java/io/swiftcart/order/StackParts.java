package io.swiftcart.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.testing.StackTestResource;

/**
 * The real parts that every component test of this module runs on; the neighbours are stubbed at
 * the wire.
 */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,identity"))
@QuarkusTestResource(Neighbours.class)
final class StackParts {
    private StackParts() {}
}
