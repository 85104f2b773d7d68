/**
 * How many units of a SKU can be had, for everybody. {@code AvailabilityResource} → {@code
 * ReadAvailability} → the hint, and PostgreSQL for what the hint does not know, which it then
 * remembers. The answer may be seconds old; whether an order gets its units is decided when it
 * reserves.
 */
@NullMarked
package io.swiftcart.inventory.availability;

import org.jspecify.annotations.NullMarked;
