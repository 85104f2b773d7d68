/**
 * Starts the real parts (PostgreSQL, Redis, Kafka, mail sink, identity issuer, payment sandbox) and
 * the services on one machine, without Docker. {@code process} knows child processes, {@code parts}
 * how each part starts, {@code services} how each service is configured, {@code supervision} keeps
 * them all alive, {@code demo} fills the shop, {@code cli} is the command. The tests of the
 * services use the same parts through {@code io.swiftcart.stack.testing}.
 */
@NullMarked
package io.swiftcart.stack;

import org.jspecify.annotations.NullMarked;
