/**
 * Who did what, to what and why: {@code Audit} writes an entry in the transaction of the deed, in a
 * table that refuses to be changed.
 */
@NullMarked
package io.swiftcart.platform.audit;

import org.jspecify.annotations.NullMarked;
