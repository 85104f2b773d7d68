/** What exists in development only: demo users, and tokens of any shape for tests. */
@NullMarked
package io.swiftcart.account.development;

import org.jspecify.annotations.NullMarked;
