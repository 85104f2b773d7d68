package io.swiftcart.twin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a client sends. */
record OrderRequest(
        @NotNull @Size(min = 1, max = 100) List<@Valid Item> items,
        @NotBlank String currency,
        @NotBlank String paymentMethod,
        @Valid Customer customer) {

    record Item(@NotBlank String sku, @Min(1) @Max(999) int qty) {}

    record Customer(@Email String email) {}
}
