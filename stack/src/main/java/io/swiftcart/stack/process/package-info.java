/**
 * Child processes. A {@link io.swiftcart.stack.process.Part} says how one process starts and when
 * it is ready; a {@link io.swiftcart.stack.process.Child} is one that runs; the {@link
 * io.swiftcart.stack.process.ProcessTable} remembers all of them on disk, so that a later start
 * finds and stops what a killed supervisor left behind.
 */
@NullMarked
package io.swiftcart.stack.process;

import org.jspecify.annotations.NullMarked;
