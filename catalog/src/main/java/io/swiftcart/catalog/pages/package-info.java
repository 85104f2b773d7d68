/**
 * Product pages and lists as the public sees them, kept as the bytes that are sent, so that a hit
 * costs no database. {@code ReadPages} answers from {@code PageCache} or reads and keeps. A change
 * made here is seen here at once; those of other replicas, and of stock, come as facts through
 * {@code renewal}.
 */
@NullMarked
package io.swiftcart.catalog.pages;

import org.jspecify.annotations.NullMarked;
