/**
 * The parts that services need: each class says how one of them starts from binaries and jars that
 * Maven brings. {@link io.swiftcart.stack.parts.Binaries} unpacks them once per machine; data stays
 * in the data directory. All parts listen on loopback only.
 */
@NullMarked
package io.swiftcart.stack.parts;

import org.jspecify.annotations.NullMarked;
