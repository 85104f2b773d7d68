/** The strict JSON mapper of every request, and the tolerant one for facts written by others. */
@NullMarked
package io.swiftcart.platform.json;

import org.jspecify.annotations.NullMarked;
