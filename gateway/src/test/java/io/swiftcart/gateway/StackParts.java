package io.swiftcart.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.gateway.wire.NeighbourPorts;
import io.swiftcart.stack.testing.StackTestResource;

/** The real parts that every component test of this module runs on, and where neighbours listen. */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "parts", value = "identity, redis"))
@QuarkusTestResource(NeighbourPorts.class)
final class StackParts {
    private StackParts() {}
}
