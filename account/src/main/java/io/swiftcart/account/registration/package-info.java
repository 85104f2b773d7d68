/** How somebody becomes a customer: {@code RegistrationResource} → {@code RegisterCustomer}. */
@NullMarked
package io.swiftcart.account.registration;

import org.jspecify.annotations.NullMarked;
