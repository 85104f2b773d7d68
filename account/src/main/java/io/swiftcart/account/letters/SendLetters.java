package io.swiftcart.account.letters;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.customers.Customers;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits, woken after a commit and by the clock. At least once: after a crash a mail is
 * sent again, with a new token. What cannot be sent for a day is given up; whoever wanted it asks
 * again.
 */
@ApplicationScoped
class SendLetters {
    private static final Logger LOG = Logger.getLogger(SendLetters.class);
    private static final int BATCH = 4;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration GIVE_UP = Duration.ofDays(1);

    private final Letters letters;
    private final Proofs proofs;
    private final Customers customers;
    private final ReactiveMailer mailer;
    private final LettersConfig config;
    private final Clock clock;

    SendLetters(
            Letters letters,
            Proofs proofs,
            Customers customers,
            ReactiveMailer mailer,
            LettersConfig config,
            Clock clock) {
        this.letters = letters;
        this.proofs = proofs;
        this.customers = customers;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
    }

    @ConsumeEvent(Database.COMMITTED)
    Uni<Void> wake(String committed) {
        return sendDue();
    }

    @Scheduled(
            every = "${swiftcart.account.letters.poll}",
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return sendDue();
    }

    private Uni<Void> sendDue() {
        return letters.take(clock.instant().plus(LEASE), BATCH)
                .chain(this::sendAll)
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "The mails pause: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sendAll(List<Letter> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::send)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> send(Letter letter) {
        Correlation.begin(letter.correlationId(), null);
        if (letter.createdAt().plus(GIVE_UP).isBefore(clock.instant())) {
            LOG.warnf("Mail %s is given up", letter.id());
            return letters.remove(letter.id());
        }
        return owner(letter)
                .chain(customer -> customer == null ? nobody(letter) : write(letter, customer))
                .chain(() -> letters.remove(letter.id()))
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warnf(
                                        "Mail %s waits: %s",
                                        letter.id(), failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<@Nullable UUID> owner(Letter letter) {
        UUID known = letter.customer();
        return known != null
                ? Uni.createFrom().item(known)
                : customers.byLogin(letter.email()).map(SendLetters::id);
    }

    private Uni<Void> write(Letter letter, UUID customer) {
        // What a new password is asked for is no news; what an address is changed to, the proof
        // must remember.
        String bound = letter.purpose() == Purpose.CONFIRM_EMAIL ? letter.email() : null;
        return proofs.make(letter.purpose(), customer, bound)
                .chain(token -> mailer.send(mail(letter, token)))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .invoke(() -> LOG.infof("Mail %s is sent", letter.id()));
    }

    private Mail mail(Letter letter, String token) {
        return Mail.withText(
                        letter.email(),
                        letter.purpose().subject(),
                        letter.purpose().text(token, config.proofLife().toMinutes()))
                .addHeader("Message-ID", "<" + letter.id() + "@account.swiftcart>");
    }

    private static Uni<Void> nobody(Letter letter) {
        LOG.infof("Mail %s has nobody to go to", letter.id());
        return Uni.createFrom().voidItem();
    }

    private static @Nullable UUID id(@Nullable Customer customer) {
        return customer == null ? null : customer.id();
    }
}
