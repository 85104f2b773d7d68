package io.swiftcart.account.rotation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key that signs from now on. */
@Schema(
        name = "RotatedKey",
        requiredProperties = {"kid"})
record RotatedView(String kid) {}
