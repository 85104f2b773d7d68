package io.swiftcart.catalog.reviews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review as a buyer writes it. */
@Schema(name = "ReviewRequest")
record ReviewRequest(
        @NotNull @Min(1) @Max(5) Integer rating,
        @NotBlank
                @Size(max = 200)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                String title,
        @NotBlank @Size(max = 5000) String text) {}
