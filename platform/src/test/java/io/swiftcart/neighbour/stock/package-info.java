/** Another service, for the rule that services are strangers. */
@NullMarked
package io.swiftcart.neighbour.stock;

import org.jspecify.annotations.NullMarked;
