/**
 * Facts that could not be worked off. Each is kept in the consumer's own database, with the bytes
 * it came in, for 30 days; operators read and replay them from there.
 */
@NullMarked
package io.swiftcart.platform.deadletters;

import org.jspecify.annotations.NullMarked;
