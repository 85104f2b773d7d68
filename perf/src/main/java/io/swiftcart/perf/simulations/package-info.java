/** What can be run, each under the profile that {@code perf.profile} names. */
@NullMarked
package io.swiftcart.perf.simulations;

import org.jspecify.annotations.NullMarked;
