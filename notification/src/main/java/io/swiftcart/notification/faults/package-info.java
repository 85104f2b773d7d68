/** Failures that can be switched on in development, to see what the service makes of them. */
@NullMarked
package io.swiftcart.notification.faults;

import org.jspecify.annotations.NullMarked;
