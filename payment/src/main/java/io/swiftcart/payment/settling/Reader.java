package io.swiftcart.payment.settling;

import io.swiftcart.platform.identity.Caller;

/**
 * On whose behalf payments are read and steps are taken: a manager sees all, a machine client those
 * that it asked the provider for itself. What is somebody else's does not exist for them.
 *
 * @param id the caller's, as each attempt keeps it
 */
public record Reader(boolean manager, String id) {

    /**
     * Which {@code payment p} a reader may see; the first parameters of the query are {@code
     * manager} and {@code id}.
     */
    public static final String MINE =
            """
            ($1 or exists (
                select from attempt asked
                where asked.payment_id = p.payment_id and asked.caller = $2 and asked.operation = 'AUTHORIZE'
                  and asked.status <> 'NOT_SENT'))\
            """;

    public static Reader of(Caller caller) {
        return new Reader(caller.manager(), caller.id());
    }

    /** For work that no caller asked for. */
    public static Reader ofEverything() {
        return new Reader(true, "");
    }
}
