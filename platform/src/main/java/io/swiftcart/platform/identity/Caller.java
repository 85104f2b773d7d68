package io.swiftcart.platform.identity;

import java.util.Set;

/**
 * Who sent a request.
 *
 * @param id subject of the verified token: a customer's id or a machine client's; empty for an
 *     anonymous caller
 * @param roles roles and scopes of the token
 */
public record Caller(String id, Set<String> roles, boolean anonymous) {

    /** Whether the token carries a role or scope. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Managers, and admins, who may all that managers may. */
    public boolean manager() {
        return is("manager") || is("admin");
    }
}
