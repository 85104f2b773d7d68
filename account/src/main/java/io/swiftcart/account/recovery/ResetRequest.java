package io.swiftcart.account.recovery;

import io.swiftcart.account.credentials.Passwords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token of the mail and the new password. */
@Schema(name = "ResetPasswordRequest")
record ResetRequest(
        @NotBlank @Size(max = 200) String token,
        @NotNull @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH) String password) {

    @Override
    public String toString() {
        return "***";
    }
}
