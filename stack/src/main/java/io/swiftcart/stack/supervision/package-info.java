/**
 * Keeps a shop alive. {@link io.swiftcart.stack.supervision.DataDirectory} makes sure that one
 * supervisor alone uses a directory, {@link io.swiftcart.stack.supervision.Startup} starts a
 * planned shop stage by stage, {@link io.swiftcart.stack.supervision.Supervisor} starts again what
 * dies and stops all in reverse order, and {@link io.swiftcart.stack.supervision.RunFile} tells
 * programs where everything is.
 */
@NullMarked
package io.swiftcart.stack.supervision;

import org.jspecify.annotations.NullMarked;
