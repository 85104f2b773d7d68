package io.swiftcart.catalog.products.importing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

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
    private final ImportRows importRows;

    WorkOffImports(Database database, ImportRepository imports, ImportRows importRows) {
        this.database = database;
        this.imports = imports;
        this.importRows = importRows;
    }

    @Scheduled(
            every = "${swiftcart.catalog.imports.look:1s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return Multi.createBy()
                .repeating()
                .uni(this::workOffNext)
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.warnf("An import pauses: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** False when no job waits. */
    private Uni<Boolean> workOffNext() {
        return imports.lease(database.pool())
                .chain(
                        job ->
                                job == null
                                        ? Uni.createFrom().item(false)
                                        : workOff(job).replaceWith(true));
    }

    private Uni<Void> workOff(UUID job) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(job))
                .whilst(rows -> rows == BATCH)
                .onItem()
                .ignoreAsUni()
                .chain(() -> imports.finish(database.pool(), job));
    }

    /** How many rows were worked off. */
    private Uni<Integer> batch(UUID job) {
        return imports.waiting(database.pool(), job, BATCH)
                .call(rows -> importRows.with(job, rows))
                .call(() -> imports.renewLease(database.pool(), job))
                .map(List::size);
    }
}
