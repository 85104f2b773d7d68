/** The health of the whole shop in one answer, asked from the readiness of each service. */
@NullMarked
package io.swiftcart.gateway.health;

import org.jspecify.annotations.NullMarked;
