/**
 * The catalogue: which categories and products there are. {@code categories} and {@code products}
 * each go Resource → use case → Repository and Outbox; {@code availability} reads what inventory
 * says about stock. Features do not know each other, they meet in the database and in {@code
 * domain}.
 */
@NullMarked
package io.swiftcart.catalog;

import org.jspecify.annotations.NullMarked;
