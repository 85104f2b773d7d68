package io.swiftcart.platform.deadletters;

import io.smallrye.mutiny.Uni;

/** Where dead letters are kept for operators. A service without a database has none. */
public interface DeadLetterStore {
    /** Keeps a letter; a record of the source topic that is kept already stays as it is. */
    Uni<Void> keep(DeadLetter letter);
}
