package io.swiftcart.account.profile;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.erasing.EraseCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Forgets a customer who wants it and proves to be who they are. */
@ApplicationScoped
class EraseMe {
    private final ProvePassword provePassword;
    private final EraseCustomer eraseCustomer;

    EraseMe(ProvePassword provePassword, EraseCustomer eraseCustomer) {
        this.provePassword = provePassword;
        this.eraseCustomer = eraseCustomer;
    }

    Uni<Void> with(UUID id, EraseRequest request, String address) {
        return provePassword.of(id, request.password(), address).chain(() -> eraseCustomer.of(id));
    }
}
