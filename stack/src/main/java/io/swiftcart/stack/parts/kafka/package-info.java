/**
 * Kafka: one broker in KRaft mode, which is its own controller. {@link
 * io.swiftcart.stack.parts.kafka.KafkaPart} starts a JVM that formats its storage once and then
 * serves; {@link io.swiftcart.stack.parts.kafka.Topics} creates what the contracts list, since
 * topics never come into being by accident.
 */
@NullMarked
package io.swiftcart.stack.parts.kafka;

import org.jspecify.annotations.NullMarked;
