/**
 * Reading facts: parse, retry in place, remember the event id in the same transaction as the
 * effect, acknowledge after the commit, and send what cannot be worked off to the dead letters.
 */
@NullMarked
package io.swiftcart.platform.inbox;

import org.jspecify.annotations.NullMarked;
