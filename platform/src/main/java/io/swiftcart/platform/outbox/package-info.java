/**
 * Transactional outbox in the shape of Debezium's event router. A use case adds facts in its own
 * transaction; the relay of each service publishes them to Kafka in order of each key and deletes
 * what the broker has acknowledged.
 */
@NullMarked
package io.swiftcart.platform.outbox;

import org.jspecify.annotations.NullMarked;
