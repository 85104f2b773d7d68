package io.swiftcart.cart.carts;

import io.swiftcart.cart.domain.MergeStrategy;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a guest's cart is taken over.
 *
 * @param strategy units of a line that both carts have: {@code sum} (at most 999), {@code max}, or
 *     {@code keep} those of the customer's cart
 */
@Schema(name = "MergeCart", examples = "{\"strategy\": \"sum\"}")
record MergeRequest(@NotNull @Pattern(regexp = "sum|max|keep") String strategy) {

    MergeStrategy toDomain() {
        return MergeStrategy.valueOf(strategy.toUpperCase(Locale.ROOT));
    }
}
