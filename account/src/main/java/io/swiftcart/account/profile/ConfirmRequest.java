package io.swiftcart.account.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token from the mail to the new address. */
@Schema(name = "ConfirmEmailRequest")
record ConfirmRequest(@NotBlank @Size(max = 200) String token) {

    @Override
    public String toString() {
        return "***";
    }
}
