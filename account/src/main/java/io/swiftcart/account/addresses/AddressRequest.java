package io.swiftcart.account.addresses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swiftcart.platform.validation.Country;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where to ship; {@code country} is ISO 3166-1 alpha-2. Also the form in which it is stored,
 * encrypted.
 */
@Schema(name = "Address")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddressRequest(
        @Nullable @Size(max = 200) String name,
        @NotBlank @Size(max = 200) String line1,
        @Nullable @Size(max = 200) String line2,
        @NotBlank @Size(max = 100) String city,
        @Nullable @Size(max = 100) String region,
        @NotBlank @Size(max = 20) String postalCode,
        @NotNull @Country @Schema(pattern = "[A-Z]{2}") String country,
        @Nullable @Size(max = 40) String phone) {

    @Override
    public String toString() {
        return "***";
    }
}
