/**
 * Search over what is sold. {@code SearchResource} → {@code ReadQuestion} makes the words asked
 * for, with those they may have been meant to be, into one full-text question → {@code
 * FindProducts} reads a page, {@code CountFacets} what the result could be narrowed down to, {@code
 * SuggestNames} how a name may go on. The columns that are searched derive from the product's row
 * (V2__search.sql), so they change in its transaction.
 */
@NullMarked
package io.swiftcart.catalog.search;

import org.jspecify.annotations.NullMarked;
