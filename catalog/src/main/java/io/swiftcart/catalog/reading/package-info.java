/**
 * How products are read: {@code ProductQuery} takes one product or a page of them straight from SQL
 * to {@code ProductView}. A {@code ProductFilter} says which, a {@code ProductSort} in which order,
 * a {@code ProductTag} whether the caller has it already.
 */
@NullMarked
package io.swiftcart.catalog.reading;

import org.jspecify.annotations.NullMarked;
