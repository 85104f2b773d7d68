package io.swiftcart.catalog.products.importing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off imports, oldest first, each by one replica at a time and in the order of its lines. A
 * job whose replica has died is taken up again when its lease has run out.
 */
@ApplicationScoped
class WorkOffImports {
    private static final Logger LOG = Logger.getLogger(WorkOffImports.class);
    private static final int BATCH = 100;

    private final Database database;
    private final ImportRepository imports;
    private final ImportRow importRow;

    WorkOffImports(Database database, ImportRepository imports, ImportRow importRow) {
        this.database = database;
        this.imports = imports;
        this.importRow = importRow;
    }

    @Scheduled(
            every = "${swiftcart.catalog.imports.look:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return imports.lease(database.pool())
                .chain(this::workOff)
                .onFailure()
                .invoke(failure -> LOG.warnf("An import pauses: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> workOff(@Nullable UUID job) {
        if (job == null) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(job))
                .whilst(rows -> rows == BATCH)
                .collect()
                .last()
                .chain(() -> imports.finish(database.pool(), job));
    }

    /** How many rows were worked off. */
    private Uni<Integer> batch(UUID job) {
        return imports.waiting(database.pool(), job, BATCH)
                .call(rows -> each(job, rows))
                .call(() -> imports.renewLease(database.pool(), job))
                .map(List::size);
    }

    private Uni<Void> each(UUID job, List<Staged> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> importRow.with(job, row))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
