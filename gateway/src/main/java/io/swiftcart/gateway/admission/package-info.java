/**
 * How many requests are under way at a time. Each service has a {@code Gate} with so many places;
 * who finds none waits in a bounded line in which who pays stands before who looks around, and who
 * finds the line full is refused at once. {@code Admission} is the door to all gates; it also
 * refuses repeats of a request that is still under way, before they cost anything.
 */
@NullMarked
package io.swiftcart.gateway.admission;

import org.jspecify.annotations.NullMarked;
