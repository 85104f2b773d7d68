/**
 * Every public route and the service behind it. {@code PublicRoutes} takes a request to its route,
 * {@code Forwarding} streams it to a replica and streams the answer back; nothing is kept in memory
 * whole.
 */
@NullMarked
package io.swiftcart.gateway.routing;

import org.jspecify.annotations.NullMarked;
