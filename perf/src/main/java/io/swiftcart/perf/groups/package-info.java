/** What a user does in one go, made of requests. */
@NullMarked
package io.swiftcart.perf.groups;

import org.jspecify.annotations.NullMarked;
