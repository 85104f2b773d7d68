package io.swiftcart.order.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swiftcart.order.model.Explorer.Seen;
import io.swiftcart.order.model.Faults.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the checker has found in the protocol as it is, each with a remedy that closes it in the
 * model. Once the product has the remedy, these fail on their first assertion: then the faults
 * belong into {@link CheckoutModelTest}.
 */
class KnownGapsModelTest {

    /**
     * The hold has expired, and of the two facts of a cancelled order the cancellation is read
     * first: it finds nothing to give back, and the confirmation then commits for good.
     */
    @Test
    void a_late_confirmation_commits_the_expired_hold_of_a_cancelled_order() {
        Setup setup = Setup.of(1, CheckoutModelTest.SOME_FAULTS.with(Fault.EXPIRY, 1));

        isFound(setup, "nothing can bring this to a good end");

        isClosed(setup.with(Remedy.CLOSE_WHAT_HAS_EXPIRED));
    }

    private static void isFound(Setup setup, String rule) {
        Seen seen = new Explorer(setup).explore();

        System.out.println("Known gap: " + seen);
        assertTrue(
                seen.violation().filter(found -> found.rule().contains(rule)).isPresent(),
                seen::toString);
    }

    private static void isClosed(Setup setup) {
        Seen seen = new Explorer(setup).explore();

        System.out.println(setup.remedies() + ": " + seen);
        assertEquals(Optional.empty(), seen.violation());
    }
}
