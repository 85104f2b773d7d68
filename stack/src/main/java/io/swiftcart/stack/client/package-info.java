/**
 * How the command speaks with a shop that runs: {@link io.swiftcart.stack.client.RunningShop} finds
 * it by its data directory, {@link io.swiftcart.stack.client.Login} gets tokens, {@link
 * io.swiftcart.stack.client.Http} sends requests.
 */
@NullMarked
package io.swiftcart.stack.client;

import org.jspecify.annotations.NullMarked;
