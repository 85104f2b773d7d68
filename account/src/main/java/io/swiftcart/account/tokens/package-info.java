/**
 * {@link io.swiftcart.account.tokens.IssueTokens} signs access tokens; {@link
 * io.swiftcart.account.tokens.RefreshTokens} keeps the families of refresh tokens, of which each is
 * used once.
 */
@NullMarked
package io.swiftcart.account.tokens;

import org.jspecify.annotations.NullMarked;
