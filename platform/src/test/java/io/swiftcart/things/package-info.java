/**
 * The service that platform is tested with: it has nothing of its own but one table, one topic and
 * doors that misbehave on request.
 */
@NullMarked
package io.swiftcart.things;

import org.jspecify.annotations.NullMarked;
