/**
 * Amounts of money in the minor unit of one currency; the only domain value that services share.
 */
@NullMarked
package io.swiftcart.platform.money;

import org.jspecify.annotations.NullMarked;
