package io.swiftcart.order.checkout;

import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.Checkout;
import io.swiftcart.order.domain.Checkout.Compensating;
import io.swiftcart.order.domain.Checkout.Step;
import io.swiftcart.order.domain.Command;
import io.swiftcart.order.domain.Command.ChargePayment;
import io.swiftcart.order.domain.Command.ReleaseStock;
import io.swiftcart.order.domain.Command.ReserveStock;
import io.swiftcart.order.domain.Command.VoidPayment;
import io.swiftcart.order.domain.Reply;
import io.swiftcart.order.neighbours.Payments;
import io.swiftcart.order.neighbours.Stock;
import io.swiftcart.platform.correlation.SpanForm;
import io.swiftcart.platform.correlation.Spans;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.idempotency.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drives a checkout from its stored state as far as its neighbours answer: sends each command,
 * feeds the reply to the saga, saves where a crash must not forget, and ends through {@link
 * FinishCheckout}.
 *
 * <p>Reached over the local event bus, so that a client that stops waiting does not stop its order.
 */
@ApplicationScoped
public class CheckoutRunner {
    /** Local address: takes a {@link Saga}, answers an {@link Ended}. */
    public static final String ADDRESS = "swiftcart.order.checkout";

    private static final Logger LOG = Logger.getLogger(CheckoutRunner.class);
    private static final SpanForm RUN = SpanForm.step("drive checkout");
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    private final Database database;
    private final CheckoutRepository checkouts;
    private final FinishCheckout finishCheckout;
    private final Stock stock;
    private final Payments payments;
    private final Pauses pauses;
    private final Clock clock;
    private final Spans spans;

    /**
     * How a run ended: with the answer for the client, or without one while the order is still
     * pending.
     */
    public record Ended(@Nullable Answer answer) {}

    CheckoutRunner(
            Database database,
            CheckoutRepository checkouts,
            FinishCheckout finishCheckout,
            Stock stock,
            Payments payments,
            Pauses pauses,
            Clock clock,
            Spans spans) {
        this.database = database;
        this.checkouts = checkouts;
        this.finishCheckout = finishCheckout;
        this.stock = stock;
        this.payments = payments;
        this.pauses = pauses;
        this.clock = clock;
        this.spans = spans;
    }

    /**
     * Drives the checkout until it is final, somebody else has taken it, or a neighbour does not
     * answer.
     */
    @ConsumeEvent(ADDRESS)
    Uni<Ended> run(Saga saga) {
        return spans.in(RUN, saga.correlationId(), saga.traceparent(), () -> drive(saga));
    }

    private Uni<Ended> drive(Saga saga) {
        boolean tooLate = saga.startedAt().plus(GIVE_UP_AFTER).isBefore(clock.instant());
        Step step = tooLate ? saga.state().on(new Reply.DeadlinePassed()) : saga.state().resume();
        return take(saga, step, List.of())
                .onFailure()
                .recoverWithUni(failure -> stop(saga, failure));
    }

    /** A fault of ours: told, counted, and tried again later like any other that does not end. */
    private Uni<Ended> stop(Saga saga, Throwable failure) {
        LOG.errorf(failure, "Checkout of order %s stopped", saga.state().order().id());
        return postpone(saga, failure.toString());
    }

    /**
     * Takes a step: saves it where needed, then sends its commands, or else those that were still
     * to be sent.
     */
    private Uni<Ended> take(Saga saga, Step step, List<? extends Command> stillToSend) {
        Saga moved = saga.in(step.next());
        if (step.next().isFinal()) {
            return finishCheckout.with(moved).map(Ended::new);
        }
        List<? extends Command> commands =
                step.commands().isEmpty() ? stillToSend : step.commands();
        if (commands.isEmpty()) {
            return postpone(moved, "waiting for an answer that is not known yet");
        }
        boolean begunToUndo =
                step.next() instanceof Compensating && !(saga.state() instanceof Compensating);
        return begunToUndo ? saveThenSend(moved, commands) : send(moved, commands);
    }

    /** What is owed is registered before it is asked for, so that a crash cannot forget it. */
    private Uni<Ended> saveThenSend(Saga saga, List<? extends Command> commands) {
        return checkouts
                .save(database.pool(), saga, null, Saga.leaseFrom(clock.instant()))
                .chain(
                        mine ->
                                mine
                                        ? send(saga.saved(), commands)
                                        : Uni.createFrom().item(new Ended(null)));
    }

    private Uni<Ended> send(Saga saga, List<? extends Command> commands) {
        List<? extends Command> rest = commands.subList(1, commands.size());
        return ask(commands.getFirst())
                .map(Ok::new)
                .map(Heard.class::cast)
                .onFailure()
                .recoverWithItem(Silence::new)
                .chain(heard -> hear(saga, heard, rest));
    }

    private sealed interface Heard {}

    private record Ok(Reply reply) implements Heard {}

    private record Silence(Throwable failure) implements Heard {}

    private Uni<Ended> hear(Saga saga, Heard heard, List<? extends Command> rest) {
        return switch (heard) {
            case Ok(var reply) -> take(saga, saga.state().on(reply), rest);
            // One undo that is not answered does not hold up the others.
            case Silence _ when saga.state() instanceof Compensating && !rest.isEmpty() ->
                    send(saga, rest);
            case Silence(var failure) -> postpone(saga, failure.toString());
        };
    }

    private Uni<Reply> ask(Command command) {
        return switch (command) {
            case ReserveStock reserve -> stock.reserve(reserve);
            case ChargePayment charge ->
                    payments.charge(charge)
                            .onFailure(Payments::wasNotSent)
                            .recoverWithItem(Reply.PaymentUnavailable::new);
            case ReleaseStock release -> stock.release(release);
            case VoidPayment undo -> payments.undo(undo);
        };
    }

    /** Leaves the checkout to the sweeper, with growing pauses. */
    private Uni<Ended> postpone(Saga saga, String why) {
        Checkout state = saga.state();
        LOG.infof(
                "Checkout of order %s waits in %s: %s",
                state.order().id(), SagaState.name(state), why);
        Saga later = saga.triedAgain();
        return checkouts
                .save(
                        database.pool(),
                        later,
                        why,
                        clock.instant().plus(pauses.after(later.attempts())))
                .replaceWith(new Ended(null));
    }
}
