/**
 * The people, as all features see them: {@link io.swiftcart.account.customers.Customers} reads and
 * writes them, with their fields encrypted under a key of their own. Facts about them are {@link
 * io.swiftcart.account.customers.CustomerFact}.
 */
@NullMarked
package io.swiftcart.account.customers;

import org.jspecify.annotations.NullMarked;
