package io.swiftcart.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.swiftcart.stack.testing.StackTestResource;

/**
 * The real parts that every component test of this module runs on; the order service is stubbed at
 * the wire, and the way to the mail sink leads through a door that tests can shut.
 */
@QuarkusTestResource(
        value = StackTestResource.class,
        initArgs = {
            @ResourceArg(name = "parts", value = "postgres,kafka,mail,identity"),
            @ResourceArg(name = "client", value = "notification")
        })
@QuarkusTestResource(OrderService.class)
@QuarkusTestResource(MailDoor.class)
final class StackParts {
    private StackParts() {}
}
