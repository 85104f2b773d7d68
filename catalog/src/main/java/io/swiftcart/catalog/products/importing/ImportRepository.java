package io.swiftcart.catalog.products.importing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps import jobs, the rows that wait and the rows that failed. */
@ApplicationScoped
class ImportRepository {
    /** Longer than a batch takes; only a replica that has died lets it run out. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String STAGE =
            """
            with job as (
                insert into import_job (id, created_by, created_at, total, lease_until)
                values ($1, $2, $3, cardinality($4::int[]), $3) returning *),
            staged as (
                insert into import_row (job_id, line, payload)
                select $1, line, payload from unnest($4::int[], $5::bytea[]) as row(line, payload))
            select * from job
            """;
    private static final String JOB = "select * from import_job where id = $1";
    private static final String ERRORS =
            "select * from import_error where job_id = $1 and line > $2 order by line limit $3";

    /** None before an older one has ended: of two that name a SKU, the later is the last word. */
    private static final String LEASE_JOB =
            """
            update import_job set lease_until = $2
             where id = (select id from import_job where finished_at is null order by created_at, id limit 1)
               and lease_until <= $1
            returning id
            """;

    private static final String RENEW = "update import_job set lease_until = $2 where id = $1";
    private static final String WAITING =
            "select line, payload from import_row where job_id = $1 order by line limit $2";
    private static final String STRIKE =
            "delete from import_row where job_id = $1 and line = any($2) returning line";
    private static final String COUNT =
            """
            with failure as (
                insert into import_error (job_id, line, code, detail, errors)
                select $1, line, code, detail, errors
                  from jsonb_to_recordset($4)
                       as refused(line integer, code text, detail text, errors jsonb))
            update import_job
               set added = added + $2, changed = changed + $3,
                   failed = failed + jsonb_array_length($4)
             where id = $1
            """;
    private static final String FINISH =
            "update import_job set finished_at = $2 where id = $1 and finished_at is null";

    private final Clock clock;

    ImportRepository(Clock clock) {
        this.clock = clock;
    }

    /** A row of the file: its line, from 1, and its bytes. */
    record Staged(int line, Buffer payload) {}

    /** A row that breaks a rule. */
    record Refused(int line, Problem problem) {

        JsonObject json() {
            JsonArray errors = new JsonArray();
            problem.errors()
                    .forEach(
                            each ->
                                    errors.add(
                                            new JsonObject()
                                                    .put("detail", each.detail())
                                                    .put("pointer", each.pointer())));
            return new JsonObject()
                    .put("line", line)
                    .put("code", problem.code().code())
                    .put("detail", problem.detail())
                    .put("errors", errors);
        }
    }

    /** The new job, due at once, with all its rows. */
    Uni<ImportView> stage(SqlClient client, UUID id, String createdBy, List<Staged> rows) {
        Integer[] lines = rows.stream().map(Staged::line).toArray(Integer[]::new);
        Buffer[] payloads = rows.stream().map(Staged::payload).toArray(Buffer[]::new);
        return client.preparedQuery(STAGE)
                .execute(Tuple.of(id, createdBy, now(), lines, payloads))
                .map(found -> ImportView.from(found.iterator().next()));
    }

    /** A problem with status 404 when there is none. */
    Uni<ImportView> job(SqlClient client, UUID id) {
        return client.preparedQuery(JOB)
                .execute(Tuple.of(id))
                .map(rows -> all(rows, ImportView::from))
                .map(
                        jobs -> {
                            if (jobs.isEmpty()) {
                                throw new Problem(
                                        CommonProblem.NOT_FOUND, "There is no such import.");
                            }
                            return jobs.getFirst();
                        });
    }

    Uni<List<ImportErrorView>> errors(SqlClient client, UUID job, int afterLine, long limit) {
        return client.preparedQuery(ERRORS)
                .execute(Tuple.of(job, afterLine, limit))
                .map(rows -> all(rows, ImportErrorView::from));
    }

    /** The oldest job, now leased; null when there is none, or somebody works on it. */
    Uni<@Nullable UUID> lease(SqlClient client) {
        OffsetDateTime now = now();
        return client.preparedQuery(LEASE_JOB)
                .execute(Tuple.of(now, now.plus(LEASE)))
                .map(rows -> all(rows, row -> row.getUUID("id")))
                .map(jobs -> jobs.isEmpty() ? null : jobs.getFirst());
    }

    Uni<Void> renewLease(SqlClient client, UUID job) {
        return client.preparedQuery(RENEW)
                .execute(Tuple.of(job, now().plus(LEASE)))
                .replaceWithVoid();
    }

    Uni<List<Staged>> waiting(SqlClient client, UUID job, long limit) {
        return client.preparedQuery(WAITING)
                .execute(Tuple.of(job, limit))
                .map(
                        rows ->
                                all(
                                        rows,
                                        row ->
                                                new Staged(
                                                        row.getInteger("line"),
                                                        row.getBuffer("payload").getDelegate())));
    }

    /** Takes the rows out, and gives the lines of those that nobody else has worked off. */
    Uni<Set<Integer>> strike(SqlClient tx, UUID job, List<Staged> rows) {
        Integer[] lines = rows.stream().map(Staged::line).toArray(Integer[]::new);
        return tx.preparedQuery(STRIKE)
                .execute(Tuple.of(job, lines))
                .map(struck -> Set.copyOf(all(struck, row -> row.getInteger("line"))));
    }

    /** Counts what became of rows that were struck, and notes why some were refused. */
    Uni<Void> count(SqlClient tx, UUID job, int added, int changed, List<Refused> refused) {
        JsonArray failures = new JsonArray();
        refused.forEach(each -> failures.add(each.json()));
        return tx.preparedQuery(COUNT)
                .execute(Tuple.of(job, added, changed, failures))
                .replaceWithVoid();
    }

    Uni<Void> finish(SqlClient client, UUID job) {
        return client.preparedQuery(FINISH).execute(Tuple.of(job, now())).replaceWithVoid();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> as) {
        List<T> read = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> read.add(as.apply(row)));
        return read;
    }
}
