package io.swiftcart.e2e.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swiftcart.e2e.access.AccessMatrix.Entry;
import io.swiftcart.e2e.access.Door.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one route of the matrix as everybody there is, and fails for each who is answered otherwise.
 */
record AskEverybody(Door gateway, Callers callers, Belongings belongings) {

    void about(Entry entry) {
        String address = belongings.address(entry);
        List<String> wrong = new ArrayList<>();
        callers.clients()
                .forEach(
                        (scopes, headers) ->
                                ask(entry, address, scopes.toString(), headers)
                                        .expecting(entry.expectedWith(scopes), wrong));
        // alice last: what she may do may be the end of what she has.
        for (String user : List.of("anonymous", "bob", "manager", "admin", "alice")) {
            ask(entry, address, user, callers.of(user)).expecting(entry.expectedBy(user), wrong);
        }

        assertEquals("", String.join("\n", wrong));
    }

    private record Asked(Entry entry, String caller, Answer answer) {
        void expecting(String expected, List<String> wrong) {
            if (!entry.meets(expected, answer.status())) {
                wrong.add(entry + " by " + caller + ": " + expected + " expected, not " + answer);
            }
        }
    }

    private Asked ask(Entry entry, String address, String caller, List<String> headers) {
        // Each caller needs a guest's cart of their own.
        String path = entry.path().endsWith("/merge") ? belongings.address(entry) : address;
        Answer answer =
                gateway.ask(entry.method(), path, headers, entry.body(), entry.contentType());
        return new Asked(entry, caller, answer);
    }
}
