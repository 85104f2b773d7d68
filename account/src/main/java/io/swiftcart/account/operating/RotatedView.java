package io.swiftcart.account.operating;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The new key. */
@Schema(
        name = "RotatedKey",
        requiredProperties = {"kid"})
record RotatedView(String kid) {}
