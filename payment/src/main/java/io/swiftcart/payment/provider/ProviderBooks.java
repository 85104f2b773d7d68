package io.swiftcart.payment.provider;

import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.domain.Charge;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider's own list of charges, to be held against ours. Fails when the provider does not
 * answer.
 */
public interface ProviderBooks {

    /**
     * A page of the list, newest first.
     *
     * @param last the id to read on after; null when there is nothing more
     */
    record Page(List<Charge> charges, @Nullable String last) {}

    /**
     * The page after this charge, the first one for null. Fails with {@link UnknownPosition} for a
     * charge that the provider does not know.
     */
    Uni<Page> page(@Nullable String after);

    /** The charge as it is now; empty when the provider does not know it. */
    Uni<Optional<Charge>> charge(String id);

    /** Whether a call would be refused on the spot because the provider has been failing. */
    boolean unavailable();

    /** The list cannot be read on from there: it must be read from its beginning. */
    final class UnknownPosition extends RuntimeException {
        UnknownPosition(String position) {
            super("The provider knows no charge " + position, null, false, false);
        }
    }
}
