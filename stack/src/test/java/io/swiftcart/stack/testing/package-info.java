/**
 * What the tests of services start and ask: {@link io.swiftcart.stack.testing.StackTestResource}
 * starts the real parts once per JVM and configures the service; {@link
 * io.swiftcart.stack.testing.Tokens}, {@link io.swiftcart.stack.testing.Mails} and {@link
 * io.swiftcart.stack.testing.Facts} speak with them. Addresses travel in system properties, because
 * resource and tests may live in different class loaders.
 */
@NullMarked
package io.swiftcart.stack.testing;

import org.jspecify.annotations.NullMarked;
