package io.swiftcart.account.registration;

import io.swiftcart.account.credentials.Passwords;
import io.swiftcart.account.customers.EmailAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who wants to be a customer. */
@Schema(name = "RegisterRequest")
record RegisterRequest(
        @NotNull
                @Size(max = EmailAddress.MAX_LENGTH)
                @Pattern(regexp = EmailAddress.PATTERN, message = "must be an e-mail address")
                String email,
        @NotNull @Size(min = Passwords.MIN_LENGTH, max = Passwords.MAX_LENGTH) String password,
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = "^\\P{Cc}*$", message = "must not contain control characters")
                String name) {

    @Override
    public String toString() {
        return "***";
    }
}
