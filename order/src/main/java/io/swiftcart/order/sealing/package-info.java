/**
 * Encrypts what earlier releases stored plainly, in batches and in the background, until nothing is
 * left; orders go on meanwhile, and both forms are read.
 */
@NullMarked
package io.swiftcart.order.sealing;

import org.jspecify.annotations.NullMarked;
