/**
 * What must hold over all orders, and what the neighbours say of them: {@code CompareBooks} reads
 * payment's and inventory's books beside our own, the others look at our tables alone. Read only,
 * bounded to the newest orders, and blind to what is still under way.
 */
@NullMarked
package io.swiftcart.order.invariants;

import org.jspecify.annotations.NullMarked;
