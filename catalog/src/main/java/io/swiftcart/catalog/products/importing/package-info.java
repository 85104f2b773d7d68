/**
 * Products by the file. {@code ImportResource} → {@code TakeImport} stages the rows of an NDJSON
 * file; {@code WorkOffImports} takes a job under a lease and hands its rows, batch by batch, to
 * {@code ImportRows}, which writes the products and strikes the rows in one transaction. So a job
 * goes on where it was left, whoever died, and no row is worked off twice.
 */
@NullMarked
package io.swiftcart.catalog.products.importing;

import org.jspecify.annotations.NullMarked;
