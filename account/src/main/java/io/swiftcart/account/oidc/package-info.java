/**
 * OpenID Connect for services and machine clients: discovery, JSON Web Keys and the token endpoint
 * (RFC 6749). {@code TokenResource} → {@code GrantTokens} → {@code credentials} and {@code tokens}.
 */
@NullMarked
package io.swiftcart.account.oidc;

import org.jspecify.annotations.NullMarked;
