package io.swiftcart.payment.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.payment.PaymentProblem;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Keeps an event that is signed by the provider, once by its id. */
@ApplicationScoped
class StoreEvent {

    private final StripeSignature signature;
    private final ProviderEventRepository events;
    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    StoreEvent(
            StripeSignature signature,
            ProviderEventRepository events,
            Database database,
            ObjectMapper json,
            Clock clock) {
        this.signature = signature;
        this.events = events;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Nothing of an unsigned body is looked at. */
    Uni<Void> with(byte[] body, @Nullable String signatureHeader) {
        if (!signature.covers(body, signatureHeader)) {
            throw new Problem(
                    PaymentProblem.WEBHOOK_SIGNATURE_INVALID,
                    "The signature is missing, wrong or too old.");
        }
        ProviderEvent event =
                ProviderEvent.read(json, new String(body, StandardCharsets.UTF_8))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                CommonProblem.MALFORMED_REQUEST,
                                                "The body is not an event."));
        return events.add(database.pool(), event, clock.instant());
    }
}
