package io.swiftcart.platform.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeyRepository.Wrapped;
import io.swiftcart.platform.id.Ids;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
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
public class DataKeys {
    private static final int TRIES = 5;

    private final Database database;
    private final DataKeyRepository repository;
    private final MasterKeys masterKeys;
    private final Cache<String, DataKey> known;

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
     * Destroys the key of a subject in the transaction of the caller. All that was sealed under it
     * is erased for good; further data of the subject is not kept. Harmless to repeat.
     */
    public Uni<Void> destroy(SqlClient tx, String subject) {
        return repository.destroy(tx, Ids.next(), subject).invoke(() -> known.invalidate(subject));
    }

    /**
     * To be called once a key's destruction is committed: who read it meanwhile has put it back
     * into memory.
     */
    public void forget(String subject) {
        known.invalidate(subject);
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
        return repository
                .findOrAdd(database.pool(), fresh, masterKeys.current())
                .invoke(stored -> stored.forEach(key -> found.put(key.subject(), opened(key))))
                .chain(() -> find(found, subjects, tries - 1));
    }

    private Wrapped fresh(String subject) {
        UUID id = Ids.next();
        return new Wrapped(
                id, subject, masterKeys.wrap(AesGcm.freshKey(), id, subject), masterKeys.current());
    }

    private DataKey opened(Wrapped key) {
        byte @Nullable [] bytes = key.bytes();
        DataKey opened =
                new DataKey(
                        key.id(),
                        bytes == null
                                ? null
                                : masterKeys.unwrap(
                                        bytes, key.masterKeyId(), key.id(), key.subject()));
        known.put(key.subject(), opened);
        return opened;
    }
}
