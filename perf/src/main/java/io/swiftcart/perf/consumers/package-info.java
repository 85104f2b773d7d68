/**
 * Who reads a shop's facts beside its own services: consumer groups that do nothing with what they
 * read, in a process of their own.
 */
@NullMarked
package io.swiftcart.perf.consumers;

import org.jspecify.annotations.NullMarked;
