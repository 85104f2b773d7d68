/**
 * What every service does when it is started as it is delivered, a JVM with its jars or a native
 * executable. The {@code *IT} of a service takes these tests and adds its own.
 */
@NullMarked
package io.swiftcart.platform.packaged;

import org.jspecify.annotations.NullMarked;
