package io.swiftcart.account.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What customers may change of themselves at once, whole: a phone number that is left out is
 * removed.
 */
@Schema(name = "ProfileRequest")
record ProfileRequest(
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                String name,
        @Size(max = 40)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                @Nullable String phone) {

    @Override
    public String toString() {
        return "***";
    }
}
