package io.swiftcart.payment.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StripeCallTest {
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void a_call_that_waits_for_its_turn_and_is_given_up_is_never_sent() {
        StripeCall<String> call = call(Uni.createFrom().item("captured"));

        assertFalse(call.abandon());

        assertThrows(StripeFailure.Unavailable.class, () -> send(call));
        assertEquals(0, sent.get());
    }

    @Test
    void a_call_that_was_sent_may_have_arrived_whatever_ends_it() {
        StripeCall<String> call = call(Uni.createFrom().failure(new TimeoutException()));

        assertThrows(StripeFailure.Unavailable.class, () -> send(call));

        assertTrue(call.abandon());
    }

    @Test
    void a_call_that_never_met_a_connection_has_not_arrived_and_is_not_sent_later() {
        StripeCall<String> call = call(Uni.createFrom().failure(new ConnectException()));
        assertThrows(StripeFailure.Unavailable.class, () -> send(call));

        assertFalse(call.abandon());

        assertThrows(StripeFailure.Unavailable.class, () -> send(call));
        assertEquals(1, sent.get());
    }

    @Test
    void a_try_that_never_met_a_connection_does_not_undo_one_that_may_have_arrived() {
        AtomicInteger tries = new AtomicInteger();
        StripeCall<String> call =
                new StripeCall<>(
                        _ ->
                                Uni.createFrom()
                                        .failure(
                                                tries.getAndIncrement() == 0
                                                        ? new TimeoutException()
                                                        : new ConnectException()));

        assertThrows(StripeFailure.Unavailable.class, () -> send(call));
        assertThrows(StripeFailure.Unavailable.class, () -> send(call));

        assertTrue(call.abandon());
    }

    private StripeCall<String> call(Uni<String> answer) {
        return new StripeCall<>(
                _ -> {
                    sent.incrementAndGet();
                    return answer;
                });
    }

    private static String send(StripeCall<String> call) {
        return call.send(nobody()).await().indefinitely();
    }

    /** The requests of these tests do not look at it. */
    private static StripeApi nobody() {
        return (StripeApi)
                Proxy.newProxyInstance(
                        StripeApi.class.getClassLoader(),
                        new Class<?>[] {StripeApi.class},
                        (_, method, _) -> {
                            throw new IllegalStateException(method.getName());
                        });
    }
}
