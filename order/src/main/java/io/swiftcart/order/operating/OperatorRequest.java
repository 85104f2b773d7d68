package io.swiftcart.order.operating;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an operator steps in; it is kept in the audit trail. */
@Schema(name = "OperatorRequest", examples = "{\"reason\": \"payment is back\"}")
public record OperatorRequest(@NotBlank @Size(max = 500) String reason) {}
