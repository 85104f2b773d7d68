/**
 * Transactions as values: a use case receives the connection of its transaction and hands it on.
 */
@NullMarked
package io.swiftcart.platform.database;

import org.jspecify.annotations.NullMarked;
