package io.swiftcart.account.registration;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The new customer. */
@Schema(
        name = "Registered",
        requiredProperties = {"id", "email", "name"})
record RegisteredView(UUID id, String email, String name) {

    @Override
    public String toString() {
        return "Registered[" + id + ", ***]";
    }
}
