/**
 * Login, refresh and logout of people: {@code LoginResource} → {@code credentials} and {@code
 * tokens}.
 */
@NullMarked
package io.swiftcart.account.login;

import org.jspecify.annotations.NullMarked;
