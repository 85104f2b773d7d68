package io.swiftcart.cart.carts;

import io.swiftcart.cart.domain.Visitor;
import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.identity.CallerIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of a request as carts see them: roles open nothing here, ownership does. */
@ApplicationScoped
class CurrentVisitor {
    private final CallerIdentity callers;

    CurrentVisitor(CallerIdentity callers) {
        this.callers = callers;
    }

    Visitor get() {
        Caller caller = caller();
        return caller.anonymous() ? new Visitor.Anonymous() : new Visitor.Customer(caller.id());
    }

    Caller caller() {
        return callers.current();
    }
}
