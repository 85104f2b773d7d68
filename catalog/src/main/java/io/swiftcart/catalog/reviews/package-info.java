/**
 * What buyers think of a product. {@code ReviewResource} → {@code AddReview} → {@code
 * ReviewRepository}: the review and the product's new average are written in one transaction. A
 * review changes neither the product's version nor its facts.
 */
@NullMarked
package io.swiftcart.catalog.reviews;

import org.jspecify.annotations.NullMarked;
