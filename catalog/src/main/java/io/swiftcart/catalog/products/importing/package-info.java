/**
 * Products by the file. {@code ImportResource} → {@code TakeImport} stages the rows of an NDJSON
 * file; {@code WorkOffImports} takes a job under a lease and hands each row to {@code ImportRow},
 * which writes the product and strikes the row in one transaction. So a job goes on where it was
 * left, whoever died, and no row is worked off twice.
 */
@NullMarked
package io.swiftcart.catalog.products.importing;

import org.jspecify.annotations.NullMarked;
