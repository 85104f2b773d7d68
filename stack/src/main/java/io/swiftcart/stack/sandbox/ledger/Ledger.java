package io.swiftcart.stack.sandbox.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swiftcart.stack.sandbox.ledger.Journal.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's durable books. Reads and writes are safe from any thread; writes happen one after
 * the other. A write returns only when its line is on disk, and a read waits for what it has seen
 * to be on disk, so no answer is ever taken back by a crash. Replies are kept on disk and only
 * their positions in memory.
 */
public final class Ledger implements AutoCloseable {

    private record StoredReply(Position position, long at) {}

    private final ObjectMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final ReentrantLock lock = new ReentrantLock();
    private final IntentIndex intents = new IntentIndex();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<String, StoredReply> replies = new HashMap<>();
    private final Map<String, Event> undelivered = new LinkedHashMap<>();
    private final Journal journal;
    private CompletableFuture<?> lastWrite = CompletableFuture.completedFuture(null);

    /**
     * Opens or creates the ledger in {@code directory}; {@link DamagedLedger} if it cannot be used.
     */
    public Ledger(Path directory) {
        journal = Journal.open(directory.resolve("ledger.jsonl"), this::replay);
    }

    /**
     * Computes something from the present state and makes the change it implies durable.
     *
     * @param work runs alone; what it throws is passed on and nothing is written
     * @param implied the change to write, given what {@code work} returned
     */
    public <T> T write(Supplier<T> work, Function<T, Change> implied) {
        T result;
        Change change;
        CompletableFuture<Position> written;
        lock.lock();
        try {
            result = work.get();
            change = implied.apply(result);
            written = journal.append(bytes(change));
            lastWrite = written;
            apply(change);
        } finally {
            lock.unlock();
        }
        Position position = written.join();
        Reply reply = change.reply();
        if (reply != null) {
            remember(reply, position);
        }
        return result;
    }

    public Optional<Intent> intent(String id) {
        return read(() -> find(id));
    }

    /** The intent, inside {@link #write}. */
    public Optional<Intent> find(String id) {
        return intents.find(id);
    }

    /**
     * Up to {@code limit} intents, newest first, older than {@code startingAfter}; an unknown id
     * throws {@link NoSuchElementException}.
     */
    public List<Intent> intents(@Nullable String startingAfter, int limit) {
        return read(() -> intents.newest(startingAfter, limit));
    }

    /** Every intent whose metadata names this order, oldest first. */
    public List<Intent> intentsOf(String orderId) {
        return read(() -> intents.ofOrder(orderId));
    }

    public Optional<Refund> refund(String id) {
        return read(() -> Optional.ofNullable(refunds.get(id)));
    }

    /** The refunds that match, newest first. */
    public List<Refund> refunds(Predicate<Refund> wanted) {
        return read(() -> refunds.values().stream().filter(wanted).toList().reversed());
    }

    /** The reply given under this key since {@code notBefore} (epoch seconds). */
    public Optional<Reply> reply(String key, long notBefore) {
        StoredReply stored = read(() -> replies.get(key));
        if (stored == null || stored.at() < notBefore) {
            return Optional.empty();
        }
        return Optional.ofNullable(change(journal.read(stored.position())).reply());
    }

    /** Forgets replies older than {@code notBefore} (epoch seconds). */
    public void forgetRepliesBefore(long notBefore) {
        lock.lock();
        try {
            replies.values().removeIf(stored -> stored.at() < notBefore);
        } finally {
            lock.unlock();
        }
    }

    /** Events that no receiver has confirmed yet, oldest first. */
    public Collection<Event> undelivered() {
        return read(() -> List.copyOf(undelivered.values()));
    }

    /**
     * Notes that the event arrived; may be lost by a crash, after which it is delivered once more.
     */
    public void delivered(String eventId) {
        lock.lock();
        try {
            if (undelivered.remove(eventId) != null) {
                lastWrite = journal.appendLazily(bytes(Change.deliveredEvent(eventId)));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    private <T> T read(Supplier<T> query) {
        CompletableFuture<?> seen;
        T found;
        lock.lock();
        try {
            found = query.get();
            seen = lastWrite;
        } finally {
            lock.unlock();
        }
        seen.join();
        return found;
    }

    private void replay(Position position, byte[] line) {
        Change change = change(line);
        apply(change);
        Reply reply = change.reply();
        if (reply != null) {
            replies.put(reply.key(), new StoredReply(position, reply.at()));
        }
    }

    private void apply(Change change) {
        Intent intent = change.intent();
        if (intent != null) {
            intents.put(intent);
        }
        Refund refund = change.refund();
        if (refund != null) {
            refunds.put(refund.id(), refund);
        }
        Event event = change.event();
        if (event != null) {
            undelivered.put(event.id(), event);
        }
        String delivered = change.delivered();
        if (delivered != null) {
            undelivered.remove(delivered);
        }
    }

    private void remember(Reply reply, Position position) {
        lock.lock();
        try {
            replies.put(reply.key(), new StoredReply(position, reply.at()));
        } finally {
            lock.unlock();
        }
    }

    private byte[] bytes(Change change) {
        try {
            return json.writeValueAsBytes(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change of the ledger cannot be written as JSON", e);
        }
    }

    private Change change(byte[] line) {
        try {
            return json.readValue(line, Change.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a line of the ledger", e);
        }
    }
}
