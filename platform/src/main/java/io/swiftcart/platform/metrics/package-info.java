/** What a process tells of itself beside its requests, facts and databases. */
@NullMarked
package io.swiftcart.platform.metrics;

import org.jspecify.annotations.NullMarked;
