package io.swiftcart.account.profile;

import io.swiftcart.account.customers.EmailAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The new address, and the password, since who has it owns the account. */
@Schema(name = "EmailChangeRequest")
record EmailRequest(
        @NotNull
                @Size(max = EmailAddress.MAX_LENGTH)
                @Pattern(regexp = EmailAddress.PATTERN, message = "must be an e-mail address")
                String email,
        @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "***";
    }
}
