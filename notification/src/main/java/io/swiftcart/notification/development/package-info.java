/** Doors that exist in development only. */
@NullMarked
package io.swiftcart.notification.development;

import org.jspecify.annotations.NullMarked;
