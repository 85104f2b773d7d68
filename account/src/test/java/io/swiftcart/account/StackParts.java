package io.swiftcart.account;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.testing.StackTestResource;

/**
 * The real parts that every component test of this module runs on; the issuer is the service
 * itself.
 */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = @ResourceArg(name = "parts", value = "postgres,kafka,mail"))
@QuarkusTestResource(OwnIssuer.class)
final class StackParts {
    private StackParts() {}
}
