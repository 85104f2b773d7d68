/**
 * The services: {@link io.swiftcart.stack.services.Service} lists them, {@link
 * io.swiftcart.stack.services.Shop} plans one whole shop (ports, parts, replicas), and {@link
 * io.swiftcart.stack.services.ServiceEnvironment} is the configuration a service gets. A service
 * process is a {@link io.swiftcart.stack.services.ServicePart} like any other.
 */
@NullMarked
package io.swiftcart.stack.services;

import org.jspecify.annotations.NullMarked;
