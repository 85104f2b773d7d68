package io.swiftcart.catalog.products.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several replicas at work, as far as the database can tell. */
@QuarkusTest
class ImportRowsComponentTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int WORKERS = 8;

    private final Pool pool;
    private final ImportRepository imports;
    private final ImportRows importRows;

    ImportRowsComponentTest(Pool pool, ImportRepository imports, ImportRows importRows) {
        this.pool = pool;
        this.imports = imports;
        this.importRows = importRows;
    }

    @Test
    void a_row_that_several_work_off_at_once_is_taken_once() {
        for (int time = 0; time < 5; time++) {
            Staged row = row("SKU-" + unique(), 100);
            UUID job = staged(row);

            atOnce(
                    IntStream.range(0, WORKERS)
                            .mapToObj(_ -> importRows.with(job, List.of(row)))
                            .toList());

            ImportView seen = imports.job(pool, job).await().atMost(DEADLINE);
            assertEquals(List.of(1, 0, 0), List.of(seen.added(), seen.changed(), seen.failed()));
        }
    }

    @Test
    void a_bad_row_that_several_work_off_at_once_is_noted_once() {
        Staged row = new Staged(1, Buffer.buffer("nonsense"));
        UUID job = staged(row);

        atOnce(
                IntStream.range(0, WORKERS)
                        .mapToObj(_ -> importRows.with(job, List.of(row)))
                        .toList());

        assertEquals(1, imports.job(pool, job).await().atMost(DEADLINE).failed());
        assertEquals(1, imports.errors(pool, job, 0, 10).await().atMost(DEADLINE).size());
    }

    @Test
    void a_new_sku_in_several_jobs_at_once_is_added_by_one_and_changed_by_the_others() {
        for (int time = 0; time < 5; time++) {
            String sku = "SKU-" + unique();
            List<Staged> rows =
                    IntStream.range(0, WORKERS).mapToObj(i -> row(sku, 100 + i)).toList();
            List<UUID> jobs = rows.stream().map(this::staged).toList();

            atOnce(
                    IntStream.range(0, WORKERS)
                            .mapToObj(i -> importRows.with(jobs.get(i), List.of(rows.get(i))))
                            .toList());

            List<ImportView> seen =
                    jobs.stream()
                            .map(job -> imports.job(pool, job).await().atMost(DEADLINE))
                            .toList();
            assertEquals(0, seen.stream().mapToInt(ImportView::failed).sum());
            assertEquals(1, seen.stream().mapToInt(ImportView::added).sum());
            assertEquals(WORKERS - 1, seen.stream().mapToInt(ImportView::changed).sum());
        }
    }

    @Test
    void a_job_is_leased_to_one_of_those_who_ask_at_once() {
        UUID job = staged(row("SKU-" + unique(), 100));
        pool.preparedQuery("update import_job set lease_until = 'epoch' where id = $1")
                .execute(Tuple.of(job))
                .await()
                .atMost(DEADLINE);

        List<UUID> leased =
                Multi.createFrom()
                        .range(0, WORKERS)
                        .onItem()
                        .transformToUniAndMerge(_ -> imports.lease(pool))
                        .select()
                        .where(Objects::nonNull)
                        .collect()
                        .asList()
                        .await()
                        .atMost(DEADLINE);

        assertEquals(leased.stream().distinct().toList(), leased);
    }

    private static void atOnce(List<Uni<Void>> work) {
        Uni.join().all(work).andFailFast().await().atMost(DEADLINE);
    }

    /** A job whose lease keeps the service itself away. */
    private UUID staged(Staged row) {
        UUID job = UUID.randomUUID();
        ask(
                """
                insert into import_job (id, created_by, created_at, total, lease_until)
                values ($1, 'somebody', now(), 1, now() + interval '1 day')
                """,
                Tuple.of(job));
        ask(
                "insert into import_row (job_id, line, payload) values ($1, $2, $3)",
                Tuple.of(job, row.line(), row.payload()));
        return job;
    }

    private Staged row(String sku, long price) {
        UUID category = UUID.randomUUID();
        ask(
                "insert into category (id, name, slug, description, created_at, updated_at)"
                        + " values ($1, 'Imported', $2, '', now(), now())",
                Tuple.of(category, category.toString()));
        JsonObject product =
                new JsonObject()
                        .put("sku", sku)
                        .put("name", "Enamel mug")
                        .put("price", price)
                        .put("currency", "USD")
                        .put("categoryId", category.toString());
        return new Staged(1, product.toBuffer());
    }

    private void ask(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(DEADLINE);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }
}
