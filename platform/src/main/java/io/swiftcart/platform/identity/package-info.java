/** Who calls: the verified token of a request as a plain record. */
@NullMarked
package io.swiftcart.platform.identity;

import org.jspecify.annotations.NullMarked;
