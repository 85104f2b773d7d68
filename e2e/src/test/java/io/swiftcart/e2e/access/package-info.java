/**
 * Who may what, asked of the running shop: {@code AccessMatrix} expands {@code
 * contracts/access/matrix.yaml} and the public OpenAPI document into questions, {@code Belongings}
 * puts what is alice's into their paths, {@code Callers} has the tokens, {@code Forgeries} those
 * that are none, and {@code Door} asks.
 */
@NullMarked
package io.swiftcart.e2e.access;

import org.jspecify.annotations.NullMarked;
