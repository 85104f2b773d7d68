/**
 * What holds for every request, whoever answers it: security headers, a limit for bodies, and
 * tokens in the form of tokens. Each is a filter before the routes; {@code LingeringClose} lets a
 * client that is still sending read why it was refused.
 */
@NullMarked
package io.swiftcart.gateway.edge;

import org.jspecify.annotations.NullMarked;
