/**
 * The demo accounts, and an identity provider for the component tests of services: OpenID
 * discovery, JWKS and a token endpoint over a handful of fixed accounts. A request is read into a
 * {@link io.swiftcart.stack.identity.TokenRequest}, checked against {@link
 * io.swiftcart.stack.identity.Accounts} and answered with a JWT signed by the {@link
 * io.swiftcart.stack.identity.SigningKey} of the data directory. Never for production.
 */
@NullMarked
package io.swiftcart.stack.identity;

import org.jspecify.annotations.NullMarked;
