package io.swiftcart.account.operating;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the key is replaced, for the audit trail. */
@Schema(name = "RotateRequest")
record RotateRequest(@NotBlank @Size(max = 500) String reason) {}
