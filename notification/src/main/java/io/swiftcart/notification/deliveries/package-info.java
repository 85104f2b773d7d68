/**
 * What is to be sent and what became of it: {@link io.swiftcart.notification.deliveries.Deliveries}
 * notes each (order, kind) once and hands out what is due under a lease.
 */
@NullMarked
package io.swiftcart.notification.deliveries;

import org.jspecify.annotations.NullMarked;
