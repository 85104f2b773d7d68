package io.swiftcart.inventory.stock;

import io.swiftcart.inventory.domain.StockLevel;
import io.swiftcart.inventory.domain.StockLevel.Adjustment;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what is on hand: either by so many units or to a number that was counted.
 *
 * @param delta units that came in, or with a minus went out
 * @param onHand units counted
 * @param reason kept with the movement
 */
@Schema(name = "StockChange")
record StockChangeRequest(
        @Min(-StockLevel.ON_HAND_MAX) @Max(StockLevel.ON_HAND_MAX) @Nullable Integer delta,
        @Min(0) @Max(StockLevel.ON_HAND_MAX) @Nullable Integer onHand,
        @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "\\P{Cntrl}*", message = "must not have control characters")
                String reason) {

    /** What it makes of the stock when it was based on that version. */
    Adjustment of(StockLevel stock, long basis) {
        return delta != null ? stock.adjustedBy(delta, basis) : stock.countedAs(counted(), basis);
    }

    /**
     * A problem with status 400 unless exactly one of {@code delta} and {@code onHand} is there,
     * and says something.
     */
    StockChangeRequest checked() {
        if ((delta == null) == (onHand == null)) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.")
                    .pointing("/delta", "send either delta or onHand");
        }
        if (delta != null && delta == 0) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.")
                    .pointing("/delta", "must not be 0");
        }
        return this;
    }

    private int counted() {
        if (onHand == null) {
            throw new IllegalStateException("neither delta nor onHand");
        }
        return onHand;
    }
}
