/**
 * The command {@code ./swiftcart}: the script finds Java, builds what is stale and calls {@link
 * io.swiftcart.stack.cli.SwiftCart}, which has one class per subcommand. Every failure is one
 * sentence on standard error and exit code 1; wrong usage is exit code 2.
 */
@NullMarked
package io.swiftcart.stack.cli;

import org.jspecify.annotations.NullMarked;
