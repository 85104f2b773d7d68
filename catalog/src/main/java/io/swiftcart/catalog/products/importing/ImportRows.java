package io.swiftcart.catalog.products.importing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.products.ProductRequest;
import io.swiftcart.catalog.products.PutProducts;
import io.swiftcart.catalog.products.importing.ImportRepository.Refused;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Works off rows, each under the rules of a single request: products, facts, counts and the
 * striking of the rows are one transaction. A row that breaks a rule is noted with what it breaks;
 * where that shows only when it is written, the rows are taken by halves until it stands alone. Any
 * other failure leaves the rows waiting.
 */
@ApplicationScoped
class ImportRows {
    /** Classes of SQLSTATE: data exception, broken constraint, limit exceeded. */
    private static final Set<String> NEVER_TAKEN = Set.of("22", "23", "54");

    private final Database database;
    private final ImportRepository imports;
    private final PutProducts putProducts;
    private final PageCache pages;
    private final ReadRow readRow;

    ImportRows(
            Database database,
            ImportRepository imports,
            PutProducts putProducts,
            PageCache pages,
            ReadRow readRow) {
        this.database = database;
        this.imports = imports;
        this.putProducts = putProducts;
        this.pages = pages;
        this.readRow = readRow;
    }

    /** Idempotent: a row that is gone was worked off before. */
    Uni<Void> with(UUID job, List<Staged> rows) {
        return rows.size() > 1
                ? together(job, rows)
                        .onFailure(ImportRows::isOfOneRow)
                        .recoverWithUni(() -> byHalves(job, rows))
                : alone(job, rows);
    }

    private Uni<Void> byHalves(UUID job, List<Staged> rows) {
        int half = rows.size() / 2;
        return with(job, rows.subList(0, half))
                .chain(() -> with(job, rows.subList(half, rows.size())));
    }

    private Uni<Void> alone(UUID job, List<Staged> row) {
        return together(job, row)
                .onFailure(ImportRows::isSkuTaken)
                .retry()
                .atMost(1)
                .onFailure(PgException.class)
                .transform(ImportRows::explained)
                .onFailure(Problem.class)
                .recoverWithUni(problem -> refuse(job, row, problem));
    }

    private Uni<Void> together(UUID job, List<Staged> rows) {
        return Uni.createFrom()
                .deferred(() -> database.inTransaction(tx -> put(tx, job, rows)))
                .invoke(products -> products.forEach(pages::show))
                .replaceWithVoid();
    }

    private Uni<List<ProductView>> put(SqlConnection tx, UUID job, List<Staged> rows) {
        return imports.strike(tx, job, rows)
                .map(mine -> rows.stream().filter(row -> mine.contains(row.line())).toList())
                .chain(mine -> putStruck(tx, job, mine));
    }

    private Uni<List<ProductView>> putStruck(SqlConnection tx, UUID job, List<Staged> rows) {
        List<ProductRequest> requests = new ArrayList<>(rows.size());
        List<Refused> refused = new ArrayList<>();
        for (Staged row : rows) {
            try {
                requests.add(readRow.of(row));
            } catch (Problem problem) {
                refused.add(new Refused(row.line(), problem));
            }
        }
        return putProducts.in(tx, requests).call(products -> count(tx, job, products, refused));
    }

    private Uni<Void> count(
            SqlConnection tx, UUID job, List<ProductView> products, List<Refused> refused) {
        int added = (int) products.stream().filter(product -> product.version() == 1).count();
        return imports.count(tx, job, added, products.size() - added, refused);
    }

    private Uni<Void> refuse(UUID job, List<Staged> row, Throwable problem) {
        Refused refused = new Refused(row.getFirst().line(), (Problem) problem);
        return database.inTransaction(
                tx ->
                        imports.strike(tx, job, row)
                                .chain(
                                        mine ->
                                                count(
                                                        tx,
                                                        job,
                                                        List.of(),
                                                        mine.isEmpty()
                                                                ? List.of()
                                                                : List.of(refused))));
    }

    private static boolean isOfOneRow(Throwable failure) {
        return failure instanceof Problem || failure instanceof PgException;
    }

    private static boolean isSkuTaken(Throwable failure) {
        return failure instanceof Problem problem && problem.code() == CatalogProblem.SKU_TAKEN;
    }

    /**
     * What the database will never take is the row's fault: tried again, it would keep its job from
     * ever ending.
     */
    private static Throwable explained(Throwable failure) {
        String state = ((PgException) failure).getSqlState();
        return state != null && NEVER_TAKEN.contains(state.substring(0, 2))
                ? new Problem(CommonProblem.VALIDATION_FAILED, "The row cannot be stored.")
                : failure;
    }
}
