package io.swiftcart.order.cancelling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the order is taken back, in the caller's words; it is kept in the order's history. */
@Schema(name = "CancelOrder", examples = "{\"reason\": \"changed my mind\"}")
public record CancelRequest(@NotBlank @Size(max = 500) String reason) {}
