package io.swiftcart.account.recovery;

import io.swiftcart.account.customers.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose password is forgotten. */
@Schema(name = "ForgotPasswordRequest")
record ForgotRequest(
        @NotNull
                @Size(max = EmailAddress.MAX_LENGTH)
                @Pattern(regexp = EmailAddress.PATTERN, message = "must be an e-mail address")
                String email) {

    @Override
    public String toString() {
        return "***";
    }
}
