package io.swiftcart.payment.settling;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One round of a sweep: a few at a time, and one that fails does not keep the others waiting. */
public final class Sweep {

    private static final int AT_ONCE = 8;

    private Sweep() {}

    /**
     * Does the step for each; what fails is logged with a complaint about it and left for the next
     * round.
     */
    public static <T> Uni<Void> each(
            List<T> all, Function<T, Uni<?>> step, Function<T, String> complaint) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(one -> alone(one, step, complaint))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> alone(
            T one, Function<T, Uni<?>> step, Function<T, String> complaint) {
        return Uni.createFrom()
                .deferred(() -> step.apply(one).replaceWithVoid())
                .onFailure()
                .invoke(failure -> Log.error(complaint.apply(one), failure))
                .onFailure()
                .recoverWithNull();
    }
}
