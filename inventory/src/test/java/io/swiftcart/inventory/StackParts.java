package io.swiftcart.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.testing.StackTestResource;

/** The real parts that every component test of this module runs on. */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,redis,identity"))
final class StackParts {
    private StackParts() {}
}
