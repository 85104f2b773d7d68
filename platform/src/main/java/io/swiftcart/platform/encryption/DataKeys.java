package io.swiftcart.platform.encryption;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeyRepository.Wrapped;
import io.swiftcart.platform.id.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys of those whose personal data this service keeps, one for each subject.
 *
 * <p>A key is in the database before it is given out, so nothing is ever sealed under one that is
 * not there later. Unwrapped ones are kept in memory for a minute ({@code
 * swiftcart.encryption.cached}): within it a lookup costs nothing, and another replica may still
 * open what was erased here.
 */
@ApplicationScoped
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMSW",
            "com.github.benmanes.caffeine.cache.PSWMS"
        }) // Which Caffeine makes by name.
public class DataKeys {
    private static final int TRIES = 5;

    private final Database database;
    private final DataKeyRepository repository;
    private final MasterKeys masterKeys;
    private final Cache<String, DataKey> known;
    private final AtomicLong erasures = new AtomicLong();

    DataKeys(
            Database database,
            DataKeyRepository repository,
            MasterKeys masterKeys,
            EncryptionConfig config) {
        this.database = database;
        this.repository = repository;
        this.masterKeys = masterKeys;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(config.cachedMax())
                        .expireAfterWrite(config.cached())
                        .build();
    }

    /**
     * The key of a subject, made when there is none: at most one statement. Never in a transaction:
     * it takes a connection of its own, and a key that is rolled back must not have been used.
     */
    public Uni<DataKey> of(String subject) {
        DataKey key = known.getIfPresent(subject);
        return key != null
                ? Uni.createFrom().item(key)
                : ofAll(List.of(subject)).map(keys -> keys.get(subject));
    }

    /** The keys of many subjects, by subject: at most one statement for all of them. */
    public Uni<Map<String, DataKey>> ofAll(Collection<String> subjects) {
        return find(new HashMap<>(known.getAllPresent(subjects)), subjects, TRIES);
    }

    /**
     * Erases a subject: opens a transaction, destroys their key in it, does the rest of the work,
     * and takes the key from this replica's memory when the transaction has ended. Once it is
     * committed, all that was sealed under the key is erased for good, and further data of the
     * subject is not kept. When the work fails nothing has happened. Harmless to repeat. Never in
     * another transaction.
     */
    public <T> Uni<T> eraseInTransaction(String subject, Function<SqlConnection, Uni<T>> work) {
        return database.inTransaction(
                        tx ->
                                repository
                                        .destroy(tx, Ids.next(), subject)
                                        .chain(() -> work.apply(tx)))
                .eventually(() -> forget(subject));
    }

    /**
     * Not before the commit: who reads the key until then finds it, and would put it back. Who read
     * it before and has not remembered it yet sees that somebody was erased meanwhile.
     */
    private void forget(String subject) {
        erasures.incrementAndGet();
        known.invalidate(subject);
    }

    private void remember(Map<String, DataKey> read, long erasuresBefore) {
        known.putAll(read);
        if (erasures.get() != erasuresBefore) {
            known.invalidateAll(read.keySet());
        }
    }

    /** A key that somebody else makes at the same moment is found by the next try. */
    private Uni<Map<String, DataKey>> find(
            Map<String, DataKey> found, Collection<String> subjects, int tries) {
        List<Wrapped> fresh =
                new TreeSet<>(subjects)
                        .stream()
                                .filter(subject -> !found.containsKey(subject))
                                .map(this::fresh)
                                .toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(Map.copyOf(found));
        }
        if (tries == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("data keys come and go under our hands"));
        }
        long erasuresBefore = erasures.get();
        return repository
                .findOrAdd(database.pool(), fresh, masterKeys.current())
                .map(stored -> stored.stream().collect(toMap(Wrapped::subject, this::opened)))
                .invoke(read -> remember(read, erasuresBefore))
                .invoke(found::putAll)
                .chain(() -> find(found, subjects, tries - 1));
    }

    private Wrapped fresh(String subject) {
        UUID id = Ids.next();
        return new Wrapped(
                id, subject, masterKeys.wrap(AesGcm.freshKey(), id, subject), masterKeys.current());
    }

    private DataKey opened(Wrapped key) {
        byte @Nullable [] bytes = key.bytes();
        return new DataKey(
                key.id(),
                bytes == null
                        ? null
                        : masterKeys.unwrap(bytes, key.masterKeyId(), key.id(), key.subject()));
    }
}
