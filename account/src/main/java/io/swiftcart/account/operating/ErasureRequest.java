package io.swiftcart.account.operating;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a customer is erased, for the audit trail; nothing that says who they are. */
@Schema(name = "ErasureRequest")
record ErasureRequest(@NotBlank @Size(max = 500) String reason) {}
