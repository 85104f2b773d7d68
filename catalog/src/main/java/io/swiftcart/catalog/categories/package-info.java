/**
 * The category tree and its keeping. {@code CategoryResource} → {@code AddCategory}, {@code
 * ChangeCategory} or {@code RemoveCategory} → {@code CategoryRepository}; readers go through {@code
 * CategoryQuery}. Writers change the tree one at a time, so that two moves that are each harmless
 * cannot make a cycle together.
 */
@NullMarked
package io.swiftcart.catalog.categories;

import org.jspecify.annotations.NullMarked;
