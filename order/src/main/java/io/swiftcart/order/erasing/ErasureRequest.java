package io.swiftcart.order.erasing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a guest is erased, for the audit trail; nothing that says who they are. */
@Schema(name = "GuestErasureRequest")
record ErasureRequest(@NotBlank @Size(max = 500) String reason) {}
