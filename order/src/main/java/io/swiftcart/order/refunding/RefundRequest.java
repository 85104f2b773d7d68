package io.swiftcart.order.refunding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to give back.
 *
 * @param amount in the minor unit of the order's currency; when not said, what was paid for {@code
 *     items}, or without items all that is left
 * @param restock whether the items come back to the shelf as well
 */
@Schema(
        name = "RefundOrder",
        examples =
                """
                {"items": [{"sku": "SKU-123", "qty": 1}], "restock": true, "reason": "arrived broken"}""")
public record RefundRequest(
        @Nullable @Min(1) Long amount,
        @Nullable @Size(min = 1, max = 100) List<@NotNull @Valid Item> items,
        @Nullable Boolean restock,
        @NotBlank @Size(max = 500) String reason) {

    /** Units of one SKU of the order. */
    @Schema(name = "RefundItem")
    public record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,63}") String sku,
            @NotNull @Min(1) @Max(99_900) Integer qty) {}
}
