/** Small pieces of HTTP that more than two services need: entity tags and conditional requests. */
@NullMarked
package io.swiftcart.platform.http;

import org.jspecify.annotations.NullMarked;
