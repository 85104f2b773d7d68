/**
 * The one public door of SwiftCart: routes, tokens, correlation, request log and the health of all.
 * It streams requests to the services, which verify tokens and ownership again by themselves.
 */
@NullMarked
package io.swiftcart.gateway;

import org.jspecify.annotations.NullMarked;
