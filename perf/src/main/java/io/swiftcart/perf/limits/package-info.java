/**
 * What the machine can do at most: the services' own statements, driven alone through the client
 * they use. Each limit is a process of its own on the class path of the service it belongs to, so
 * that neither SQL nor library is a copy.
 */
@NullMarked
package io.swiftcart.perf.limits;

import org.jspecify.annotations.NullMarked;
