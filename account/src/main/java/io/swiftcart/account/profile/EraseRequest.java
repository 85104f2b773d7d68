package io.swiftcart.account.profile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Proof that it is the customer who wants to be erased. */
@Schema(name = "EraseRequest")
record EraseRequest(@NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "***";
    }
}
