/**
 * All products as a file: {@code ExportResource} → {@code ExportProducts}, which reads the next
 * page when the caller has taken the one before. What comes out can be taken in again by {@code
 * importing}.
 */
@NullMarked
package io.swiftcart.catalog.products.exporting;

import org.jspecify.annotations.NullMarked;
