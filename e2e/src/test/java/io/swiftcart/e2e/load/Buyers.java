package io.swiftcart.e2e.load;

import io.swiftcart.e2e.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Many clients at the gateway, each in a virtual thread. Whoever gets no answer, or one that says
 * "try again", sends the same request with the same key again, as long as its patience lasts.
 */
public final class Buyers implements AutoCloseable {
    /**
     * A caller waits 10 s at most, and the gateway gives a silent service up after 15 s. A process
     * that is just started again beside nine others may stand still for as long once more; what
     * takes longer has hung.
     */
    private static final Duration HANGS_AFTER = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final String gateway;
    private final String token;
    private final Journal journal;
    private final Duration patience;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Queue<Arrivals> arrivals = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * {@code gateway} without a slash at the end; {@code token} of whoever orders; {@code
     * patience}: how long one goes on to send the same again.
     */
    public Buyers(String gateway, String token, Journal journal, Duration patience) {
        this.patience = patience;
        this.gateway = gateway;
        this.token = token;
        this.journal = journal;
    }

    /** All at once; returns their last answers, in the order of the purchases. */
    public List<Reply> together(List<Purchase> purchases) {
        return all(purchases.stream().map(this::begin).toList());
    }

    /**
     * An open arrival rate: the next purchase comes in its time, whether the earlier ones are
     * answered or not, until it is stopped.
     */
    public Arrivals arriving(int perSecond, Supplier<Purchase> purchases) {
        Arrivals begun = new Arrivals(this, Duration.ofSeconds(1).dividedBy(perSecond), purchases);
        arrivals.add(begun);
        return begun;
    }

    /** Ends every arrival that nobody has stopped. */
    public void stop() {
        arrivals.forEach(Arrivals::stop);
        arrivals.clear();
    }

    /** The answer to one purchase, however often it has to be sent. */
    public Future<Reply> begin(Purchase purchase) {
        return threads.submit(() -> buy(purchase));
    }

    /** One try, kept in the journal as all are. */
    public Reply once(Purchase purchase) {
        Instant begun = Instant.now();
        Reply reply = reply(purchase, begun);
        journal.add(reply);
        return reply;
    }

    private Reply buy(Purchase purchase) {
        Instant last = Instant.now().plus(patience);
        Duration pause = FIRST_PAUSE;
        Reply reply = once(purchase);
        while (reply.isWorthRepeating() && Instant.now().isBefore(last)) {
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            reply = once(purchase);
        }
        return reply;
    }

    private Reply reply(Purchase purchase, Instant begun) {
        try {
            HttpResponse<String> response = client.send(request(purchase), BodyHandlers.ofString());
            return new Reply(purchase, response.statusCode(), response.body(), since(begun));
        } catch (IOException noAnswer) {
            return new Reply(purchase, 0, noAnswer.toString(), since(begun));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private HttpRequest request(Purchase purchase) {
        try {
            return HttpRequest.newBuilder(URI.create(gateway + "/api/v1/orders"))
                    .timeout(HANGS_AFTER)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", purchase.key())
                    .header("Prefer", purchase.prefer())
                    .POST(BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(purchase.body())))
                    .build();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static Duration since(Instant begun) {
        return Duration.between(begun, Instant.now());
    }

    static List<Reply> all(List<Future<Reply>> asked) {
        return asked.stream().map(Buyers::answer).toList();
    }

    /** Waits for it. */
    public static Reply answer(Future<Reply> asked) {
        try {
            return asked.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }

    @Override
    public void close() {
        stop();
        threads.close();
        client.close();
    }
}
