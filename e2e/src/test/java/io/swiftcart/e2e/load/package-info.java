/**
 * Load from outside: {@code Buyers} send {@code Purchase}s through the gateway, each in a thread of
 * its own, and repeat blindly what got no answer. {@code Journal} keeps every answer as it came:
 * what a client could swear to, and what the oracle compares with.
 */
@NullMarked
package io.swiftcart.e2e.load;

import org.jspecify.annotations.NullMarked;
