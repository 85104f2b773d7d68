/**
 * Judges of the contracts, for tests of the services. {@code EventContract} holds messages to the
 * schema of their topic, {@code OpenApiContract} holds what a service serves to the agreed
 * document. Both say where two things differ, not only that they do.
 */
@NullMarked
package io.swiftcart.platform.contract;

import org.jspecify.annotations.NullMarked;
