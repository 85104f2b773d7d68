package io.swiftcart.stack.sandbox;

import io.swiftcart.stack.sandbox.ledger.Event;
import io.swiftcart.stack.sandbox.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells events to their receiver as Stripe does: a POST with {@code Stripe-Signature: t=…,v1=…}, at
 * least once, in no promised order, retried with growing pauses for as long as the process lives
 * and again after a restart.
 */
final class Webhooks implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long PAUSE_MILLIS_MAX = 60_000;
    private static final long REORDER_MILLIS_MAX = 3_000;
    private static final int CONCURRENT_MAX = 16;

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("webhook-timer").daemon().factory());
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits = new Semaphore(CONCURRENT_MAX);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(ANSWER_WITHIN)
                    .build();
    private final Ledger ledger;
    private final Faults faults;
    private final Clock clock;
    private final URI url;
    private final SecretKeySpec secret;

    Webhooks(Ledger ledger, Faults faults, Clock clock, URI url, String secret) {
        this.ledger = ledger;
        this.faults = faults;
        this.clock = clock;
        this.url = url;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Sends the events that an earlier process left behind. */
    void resume() {
        ledger.undelivered().forEach(this::tell);
    }

    /** Sends one event in the background, subject to the webhook faults. */
    void tell(Event event) {
        if (faults.strikes("payment.webhook-loss", event.id())) {
            ledger.delivered(event.id());
            return;
        }
        long delay = faults.webhookDelayMillis();
        if (faults.strikes("payment.webhook-reorder", event.id())) {
            delay +=
                    (long)
                            (faults.draw("payment.webhook-reorder", event.id())
                                    * REORDER_MILLIS_MAX);
        }
        sendAfter(delay, event, FIRST_PAUSE_MILLIS);
        if (faults.strikes("payment.webhook-duplicate", event.id())) {
            sendAfter(delay, event, FIRST_PAUSE_MILLIS);
        }
    }

    /** The value of {@code Stripe-Signature} for a body sent at {@code epochSeconds}. */
    String signature(String body, long epochSeconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] signed =
                    mac.doFinal((epochSeconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + epochSeconds + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
        http.shutdownNow();
    }

    private void sendAfter(long millis, Event event, long pauseMillis) {
        ScheduledFuture<?> _ =
                timer.schedule(
                        () -> senders.execute(() -> send(event, pauseMillis)),
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    private void send(Event event, long pauseMillis) {
        try {
            if (arrives(event)) {
                ledger.delivered(event.id());
            } else if (!timer.isShutdown()) {
                sendAfter(pauseMillis, event, Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean arrives(Event event) throws InterruptedException {
        long now = clock.instant().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("Stripe-Signature", signature(event.body(), now))
                        .POST(HttpRequest.BodyPublishers.ofString(event.body()))
                        .build();
        permits.acquire();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException _) {
            return false;
        } finally {
            permits.release();
        }
    }
}
