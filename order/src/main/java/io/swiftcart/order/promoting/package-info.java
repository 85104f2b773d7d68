/**
 * How managers make promotions and change them; {@code pricing} reads what lies there. A promotion
 * is never deleted, it is made inactive: orders name it.
 */
@NullMarked
package io.swiftcart.order.promoting;

import org.jspecify.annotations.NullMarked;
