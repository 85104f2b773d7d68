/** Keyset lists: limit, opaque cursor and page, without ever counting all rows. */
@NullMarked
package io.swiftcart.platform.page;

import org.jspecify.annotations.NullMarked;
