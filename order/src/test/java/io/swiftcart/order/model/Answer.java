package io.swiftcart.order.model;

import io.swiftcart.order.domain.Reply;
import java.util.Optional;

/**
 * What a neighbour makes of a call.
 *
 * @param reply for whoever waits; empty when it leaves them without an answer
 */
record Answer(String how, boolean fault, World to, Optional<Reply> reply) {

    static Answer of(String how, World to, Reply reply) {
        return new Answer(how, false, to, Optional.of(reply));
    }

    static Answer none(String how, World to) {
        return new Answer(how, false, to, Optional.empty());
    }

    Answer asFault() {
        return new Answer(how, true, to, reply);
    }
}
