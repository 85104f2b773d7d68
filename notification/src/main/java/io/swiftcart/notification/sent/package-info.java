/** Tells other services which orders have been written to, and about what. */
@NullMarked
package io.swiftcart.notification.sent;

import org.jspecify.annotations.NullMarked;
