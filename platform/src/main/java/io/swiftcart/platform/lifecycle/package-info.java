/**
 * Beginning and end of a service: work that nobody asked for by a request (schedules, wake-ups)
 * starts when everything it needs is up, and stops before anything of it is taken down.
 */
@NullMarked
package io.swiftcart.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
