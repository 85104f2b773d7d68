/**
 * From a cart to an order: {@code OpenSession} takes a cart in, {@code ChangeSession} enters what
 * is missing, {@code AppraiseSession} says what it comes to and what is still required, {@code
 * CompleteSession} has one order recorded, and {@code RemoveCarts} clears up after it.
 */
@NullMarked
package io.swiftcart.order.session;

import org.jspecify.annotations.NullMarked;
