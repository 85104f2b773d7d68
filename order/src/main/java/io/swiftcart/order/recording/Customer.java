package io.swiftcart.order.recording;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to write to. */
@Schema(name = "Customer")
public record Customer(
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable @Size(min = 1, max = 40) String phone,
        @Nullable @Valid Address shippingAddress) {

    @Override
    public String toString() {
        return "***";
    }
}
