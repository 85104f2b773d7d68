/** Rules for members of requests that Jakarta Validation does not bring along. */
@NullMarked
package io.swiftcart.platform.validation;

import org.jspecify.annotations.NullMarked;
