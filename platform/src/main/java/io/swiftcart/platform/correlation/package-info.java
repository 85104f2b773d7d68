/** One id per request, from the first answer header to the last log line and event. */
@NullMarked
package io.swiftcart.platform.correlation;

import org.jspecify.annotations.NullMarked;
