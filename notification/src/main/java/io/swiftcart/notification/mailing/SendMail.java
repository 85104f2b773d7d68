package io.swiftcart.notification.mailing;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Sends one mail and notes what became of it.
 *
 * <p>At least once: a crash between the mail server's acceptance and the note sends it again under
 * the same Message-ID. While the mail server or the order service is away it is tried again for 24
 * hours; only a refusal for good ends it.
 */
@ApplicationScoped
class SendMail {
    private static final Logger LOG = Logger.getLogger(SendMail.class);
    private static final Duration TRY_FOR = Duration.ofHours(24);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** An SMTP reply of the 5xx family: permanent by RFC 5321. */
    private static final Pattern REFUSED = Pattern.compile("(?s).*\\b5\\d\\d[ -].*");

    private final Database database;
    private final Deliveries deliveries;
    private final OrderClient orders;
    private final ReactiveMailer mailer;
    private final Clock clock;

    SendMail(
            Database database,
            Deliveries deliveries,
            @RestClient OrderClient orders,
            ReactiveMailer mailer,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.orders = orders;
        this.mailer = mailer;
        this.clock = clock;
    }

    Uni<Void> of(Delivery delivery) {
        Correlation.begin(delivery.correlationId(), null);
        return orders.contact(delivery.orderId())
                .chain(
                        contact ->
                                contact.email() == null
                                        ? nobody(delivery)
                                        : write(delivery, contact, contact.email()))
                .onFailure()
                .recoverWithUni(failure -> later(delivery, failure));
    }

    private Uni<Void> write(Delivery delivery, OrderClient.Contact contact, String address) {
        OrderMail mail = OrderMail.of(delivery, contact);
        return Uni.combine()
                .all()
                .unis(
                        OrderMail.Templates.text(mail).createUni(),
                        OrderMail.Templates.html(mail).createUni())
                .asTuple()
                .map(
                        bodies ->
                                Mail.withText(address, mail.subject(), bodies.getItem1())
                                        .setHtml(bodies.getItem2())
                                        .addHeader("Message-ID", delivery.messageId()))
                .chain(message -> mailer.send(message))
                .chain(() -> deliveries.sent(database.pool(), delivery, clock.instant()))
                .invoke(() -> LOG.infof("Mail %s is sent", delivery.messageId()));
    }

    private Uni<Void> nobody(Delivery delivery) {
        return deliveries.failed(
                database.pool(), delivery, "the order names no e-mail address", clock.instant());
    }

    private Uni<Void> later(Delivery delivery, Throwable failure) {
        Instant now = clock.instant();
        String why = failure.getClass().getSimpleName();
        boolean refused = REFUSED.matcher(String.valueOf(failure.getMessage())).matches();
        if (refused || delivery.createdAt().plus(TRY_FOR).isBefore(now)) {
            LOG.errorf("Mail %s is given up: %s", delivery.messageId(), why);
            return deliveries.failed(database.pool(), delivery, why, now);
        }
        LOG.warnf("Mail %s waits: %s", delivery.messageId(), why);
        return deliveries.postpone(
                database.pool(), delivery, why, now.plus(pause(delivery.attempts())));
    }

    private static Duration pause(int attempts) {
        Duration grown = Duration.ofSeconds(1L << Math.min(attempts, 9));
        return grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
    }
}
