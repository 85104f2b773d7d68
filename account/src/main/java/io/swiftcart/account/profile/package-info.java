/**
 * What customers see and change of themselves, another e-mail address and erasure among it: {@code
 * ProfileResource} and its neighbours → one use case each → {@code customers}.
 */
@NullMarked
package io.swiftcart.account.profile;

import org.jspecify.annotations.NullMarked;
