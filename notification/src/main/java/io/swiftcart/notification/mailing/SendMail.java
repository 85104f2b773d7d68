package io.swiftcart.notification.mailing;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.swiftcart.notification.deliveries.Deliveries;
import io.swiftcart.notification.deliveries.Delivery;
import io.swiftcart.notification.faults.Faults;
import io.swiftcart.notification.mailing.OrderClient.Contact;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.correlation.SpanForm;
import io.swiftcart.platform.correlation.Spans;
import io.swiftcart.platform.database.Database;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Makes one attempt to send a mail and notes what became of it. Never fails.
 *
 * <p>At least once: a crash between the mail server's acceptance and the note sends it again under
 * the same Message-ID. While the mail server or the order service is away it is tried again for 24
 * hours; only a refusal for good ends it before.
 */
@ApplicationScoped
class SendMail {
    private static final Logger LOG = Logger.getLogger(SendMail.class);

    private static final SpanForm SPAN = SpanForm.call("send mail");

    private final Vertx vertx;
    private final Database database;
    private final Deliveries deliveries;
    private final OrderClient orders;
    private final ReactiveMailer mailer;
    private final Clock clock;
    private final MailingConfig config;
    private final Faults faults;
    private final MeterRegistry meters;
    private final Spans spans;

    SendMail(
            Vertx vertx,
            Database database,
            Deliveries deliveries,
            @RestClient OrderClient orders,
            ReactiveMailer mailer,
            Clock clock,
            MailingConfig config,
            Faults faults,
            MeterRegistry meters,
            Spans spans) {
        this.vertx = vertx;
        this.database = database;
        this.deliveries = deliveries;
        this.orders = orders;
        this.mailer = mailer;
        this.clock = clock;
        this.config = config;
        this.faults = faults;
        this.meters = meters;
        this.spans = spans;
    }

    /** In a context of its own, so that mails sent side by side keep their correlation ids. */
    Uni<Void> of(Delivery delivery) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        return Uni.createFrom()
                .deferred(() -> attempt(delivery))
                .chain(outcome -> note(delivery, outcome))
                .onFailure()
                .recoverWithUni(failure -> leave(delivery, failure))
                .runSubscriptionOn(work -> own.runOnContext(_ -> work.run()));
    }

    private Uni<Outcome> attempt(Delivery delivery) {
        return spans.in(
                SPAN, delivery.correlationId(), delivery.traceparent(), () -> compose(delivery));
    }

    private Uni<Outcome> compose(Delivery delivery) {
        return orders.contact(delivery.orderId())
                .onItemOrFailure()
                .transformToUni(
                        (contact, failure) ->
                                failure != null
                                        ? Uni.createFrom().item(Outcome.withoutContact(failure))
                                        : write(delivery, contact));
    }

    private Uni<Outcome> write(Delivery delivery, Contact contact) {
        String address = contact.email();
        if (address == null || address.isBlank()) {
            return Uni.createFrom().item(Outcome.refused("the order names no e-mail address"));
        }
        OrderMail mail = OrderMail.of(delivery, contact);
        String traceparent = Correlation.traceparent();
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
                                        .addHeader("Message-ID", delivery.messageId())
                                        .addHeader(Correlation.TRACEPARENT, traceparent))
                .chain(this::hand);
    }

    /** The reactive mailer knows no time limit of its own and would wait for ever. */
    private Uni<Outcome> hand(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> faults.beforeMail().chain(() -> mailer.send(mail)))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .replaceWith(Outcome::sent)
                .onFailure()
                .recoverWithItem(Outcome::unsent);
    }

    private void count(Delivery delivery, Outcome.Result result) {
        meters.counter(
                        "swiftcart.mails",
                        "kind",
                        delivery.kind().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        result.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private Uni<Void> note(Delivery delivery, Outcome outcome) {
        count(delivery, outcome.result());
        Instant now = clock.instant();
        String why = outcome.why();
        return switch (outcome.result()) {
            case SENT -> {
                LOG.infof("Mail %s is sent", delivery.messageId());
                yield deliveries.sent(database.pool(), delivery, now);
            }
            case REFUSED -> giveUp(delivery, why, now);
            case WAITS ->
                    Patience.isOver(delivery, now)
                            ? giveUp(delivery, why, now)
                            : postpone(delivery, why, now);
        };
    }

    private Uni<Void> giveUp(Delivery delivery, String why, Instant now) {
        LOG.warnf("Mail %s is given up: %s", delivery.messageId(), why);
        return deliveries.failed(database.pool(), delivery, why, now);
    }

    private Uni<Void> postpone(Delivery delivery, String why, Instant now) {
        LOG.warnf("Mail %s waits: %s", delivery.messageId(), why);
        return deliveries.postpone(database.pool(), delivery, why, Patience.next(delivery, now));
    }

    /** Nothing is noted, so the end of the lease brings it again. */
    private static Uni<Void> leave(Delivery delivery, Throwable failure) {
        LOG.warnf(
                "Mail %s is left to the end of its lease: %s",
                delivery.messageId(), failure.getClass().getSimpleName());
        return Uni.createFrom().voidItem();
    }
}
