/**
 * The rules of the catalogue that need no framework: how categories may hang together, and what a
 * slug looks like. Pure and immutable; the features ask, nothing here asks back.
 */
@NullMarked
package io.swiftcart.catalog.domain;

import org.jspecify.annotations.NullMarked;
