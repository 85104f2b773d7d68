package io.swiftcart.payment.voiding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** JSON of an order's wish to undo its payment; the reason is kept with it. */
record VoidRequest(@NotBlank @Size(max = 200) String reason) {}
