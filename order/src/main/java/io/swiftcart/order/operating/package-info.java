/**
 * What operators see of a checkout and may do to it: read it, have it tried again at once, or give
 * it up. Each deed goes through the checkout's own door and is written to the audit trail.
 */
@NullMarked
package io.swiftcart.order.operating;

import org.jspecify.annotations.NullMarked;
