package io.swiftcart.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request, from its verified token. */
@RequestScoped
@Typed(CallerIdentity.class)
public class CallerIdentity {
    private final SecurityIdentity identity;

    CallerIdentity(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; anonymous when the request carried no token. */
    public Caller current() {
        if (identity.isAnonymous()) {
            return new Caller("", Set.of(), true);
        }
        return new Caller(subject(), Set.copyOf(identity.getRoles()), false);
    }

    private String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }
}
