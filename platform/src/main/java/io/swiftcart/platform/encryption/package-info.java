/**
 * Personal data at rest. Each field is encrypted by itself with AES-256-GCM under the data key of
 * its subject (a customer, or the session of a guest), bound to its place in the database. Data
 * keys lie in {@code data_key}, encrypted under a master key of the configuration. Destroying a
 * data key erases what was encrypted under it, wherever it lies, backups included once they hold
 * the row without its key.
 *
 * <pre>{@code
 * dataKeys.of(customerId)                                            // outside a transaction
 *     .chain(key -> database.inTransaction(tx ->
 *         insert(tx, id, key.seal(new Field("address", "phone", id), phone), BlindIndex of the e-mail …)));
 *
 * dataKeys.of(customerId).map(key ->
 *     key.destroyed() ? erased() : key.open(new Field("address", "phone", id), row.phone()));
 *
 * dataKeys.eraseInTransaction(customerId, tx -> outbox.add(tx, …))   // erased, with what goes with it
 * }</pre>
 *
 * There is one way to erase, and it owns its transaction: the key may leave this replica's memory
 * only when its destruction is committed. Until then a reader finds it in the database and
 * remembers it again.
 *
 * <p>Settings: {@code swiftcart.encryption.keys.<id>} (base64 of 32 bytes each), {@code
 * swiftcart.encryption.current} (the id that new keys are wrapped under), {@code
 * swiftcart.encryption.index-key} (base64 of 32 bytes). To rotate, add a key, make it current, and
 * take the old one away when no row of {@code data_key} names it any more.
 */
@NullMarked
package io.swiftcart.platform.encryption;

import org.jspecify.annotations.NullMarked;
