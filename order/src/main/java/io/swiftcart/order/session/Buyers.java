package io.swiftcart.order.session;

import io.swiftcart.platform.identity.Caller;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who buys: a guest, or a caller whose token allows to order. */
@RequestScoped
class Buyers {
    private final CallerIdentity caller;
    private final JsonWebToken token;

    Buyers(CallerIdentity caller, JsonWebToken token) {
        this.caller = caller;
        this.token = token;
    }

    Caller current() {
        Caller current = caller.current();
        boolean allowed =
                current.anonymous()
                        || current.is("customer")
                        || current.is("orders:write")
                        || current.manager();
        if (!allowed) {
            throw new Problem(
                    CommonProblem.FORBIDDEN,
                    "The token does not carry the role or scope for this.");
        }
        return current;
    }

    /** What the token says of the buyer; null for a guest and for a machine. */
    Session.@Nullable Buyer fromToken() {
        if (caller.current().anonymous()) {
            return null;
        }
        String email = token.getClaim("email");
        return email == null ? null : new Session.Buyer(email, token.getClaim("name"), null);
    }
}
