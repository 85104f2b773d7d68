package io.swiftcart.account.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who logs in, and how they prove it. */
@Schema(name = "LoginRequest")
record LoginRequest(
        @NotBlank @Size(max = 254) String email, @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "***";
    }
}
