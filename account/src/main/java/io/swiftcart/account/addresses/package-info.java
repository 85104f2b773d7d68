/**
 * The address book of a customer: {@code AddressResource} → {@code AddressBook} → {@code
 * AddressRepository}.
 */
@NullMarked
package io.swiftcart.account.addresses;

import org.jspecify.annotations.NullMarked;
