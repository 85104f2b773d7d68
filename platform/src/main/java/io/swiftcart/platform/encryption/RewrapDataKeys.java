package io.swiftcart.platform.encryption;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.encryption.DataKeyRepository.Wrapped;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Moves data keys from older master keys to the current one, in batches. The data keys themselves
 * stay, so no field is written again, and whoever reads meanwhile reads either.
 */
@ApplicationScoped
class RewrapDataKeys {
    private static final Logger LOG = Logger.getLogger(RewrapDataKeys.class);
    private static final int BATCH = 500;

    private final Database database;
    private final DataKeyRepository repository;
    private final MasterKeys masterKeys;

    RewrapDataKeys(Database database, DataKeyRepository repository, MasterKeys masterKeys) {
        this.database = database;
        this.repository = repository;
        this.masterKeys = masterKeys;
    }

    @Scheduled(
            every = "${swiftcart.encryption.rewrap-every:1m}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return masterKeys.older().isEmpty() ? Uni.createFrom().voidItem() : all();
    }

    private Uni<Void> all() {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(this::batch))
                .whilst(done -> done == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(RewrapDataKeys::tell)
                .replaceWithVoid();
    }

    private Uni<Integer> batch(SqlConnection tx) {
        return repository
                .takeOlder(tx, masterKeys.older(), BATCH)
                .map(keys -> keys.stream().map(this::rewrapped).toList())
                .call(keys -> store(tx, keys))
                .map(List::size);
    }

    private Uni<Void> store(SqlConnection tx, List<Wrapped> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : repository.rewrap(tx, keys, masterKeys.current());
    }

    private Wrapped rewrapped(Wrapped key) {
        byte[] wrapped = Objects.requireNonNull(key.bytes(), "destroyed keys are passed over");
        return new Wrapped(
                key.id(),
                key.subject(),
                masterKeys.wrap(
                        masterKeys.unwrap(wrapped, key.masterKeyId(), key.id(), key.subject()),
                        key.id(),
                        key.subject()),
                masterKeys.current());
    }

    private static void tell(int moved) {
        if (moved > 0) {
            LOG.infof("%d data keys are under the current master key now", moved);
        }
    }
}
