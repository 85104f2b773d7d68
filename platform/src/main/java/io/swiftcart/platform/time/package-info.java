/** Time as something that is injected. */
@NullMarked
package io.swiftcart.platform.time;

import org.jspecify.annotations.NullMarked;
