package io.swiftcart.account.oidc;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Scopes as they are written in one parameter. */
final class Scopes {
    private Scopes() {}

    /** In the order they are written. */
    static Set<String> parse(String text) {
        Set<String> scopes = new LinkedHashSet<>(Arrays.asList(text.strip().split(" +")));
        scopes.remove("");
        return scopes;
    }
}
