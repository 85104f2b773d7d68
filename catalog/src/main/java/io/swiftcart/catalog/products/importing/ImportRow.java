package io.swiftcart.catalog.products.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.pages.PageCache;
import io.swiftcart.catalog.products.ProductRequest;
import io.swiftcart.catalog.products.PutProduct;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Works off one row, under the rules of a single request: the product, its fact, the count and the
 * striking of the row are one transaction. A row that breaks a rule is noted with what it breaks.
 */
@ApplicationScoped
class ImportRow {
    private static final Uni<Optional<ProductView>> NOTHING =
            Uni.createFrom().item(Optional.empty());

    private final Database database;
    private final ImportRepository imports;
    private final PutProduct putProduct;
    private final PageCache pages;
    private final ObjectMapper json;
    private final Validator validator;

    ImportRow(
            Database database,
            ImportRepository imports,
            PutProduct putProduct,
            PageCache pages,
            ObjectMapper json,
            Validator validator) {
        this.database = database;
        this.imports = imports;
        this.putProduct = putProduct;
        this.pages = pages;
        this.json = json;
        this.validator = validator;
    }

    /** Idempotent: a row that is gone was worked off before. */
    Uni<Void> with(UUID job, Staged row) {
        return Uni.createFrom()
                .item(() -> read(row))
                .chain(request -> put(job, row, request))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> refuse(job, row, problem));
    }

    private Uni<Void> put(UUID job, Staged row, ProductRequest request) {
        return database.inTransaction(tx -> putOnce(tx, job, row, request))
                .invoke(product -> product.ifPresent(pages::show))
                .replaceWithVoid();
    }

    private Uni<Optional<ProductView>> putOnce(
            SqlConnection tx, UUID job, Staged row, ProductRequest request) {
        return imports.strike(tx, job, row.line())
                .chain(mine -> mine ? putProduct(tx, request) : NOTHING)
                .call(product -> count(tx, job, product));
    }

    private Uni<Optional<ProductView>> putProduct(SqlConnection tx, ProductRequest request) {
        return putProduct.in(tx, request).map(Optional::of);
    }

    private Uni<Void> count(SqlConnection tx, UUID job, Optional<ProductView> product) {
        return product.isEmpty()
                ? Uni.createFrom().voidItem()
                : imports.count(tx, job, product.get().version() == 1);
    }

    private Uni<Void> refuse(UUID job, Staged row, Problem problem) {
        return database.inTransaction(
                tx ->
                        imports.strike(tx, job, row.line())
                                .chain(
                                        mine ->
                                                mine
                                                        ? imports.fail(tx, job, row.line(), problem)
                                                        : Uni.createFrom().voidItem()));
    }

    private ProductRequest read(Staged row) {
        ProductRequest request;
        try {
            request = json.readValue(row.payload().getBytes(), ProductRequest.class);
        } catch (IOException e) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "The row is not the JSON of a product.");
        }
        if (request == null) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST, "The row has no product.");
        }
        Set<ConstraintViolation<ProductRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
        return request;
    }

    private static Problem invalid(Set<ConstraintViolation<ProductRequest>> violations) {
        Problem problem =
                new Problem(CommonProblem.VALIDATION_FAILED, "See errors for what to change.");
        violations.stream()
                .sorted(Comparator.comparing(each -> each.getPropertyPath().toString()))
                .forEach(each -> problem.pointing(pointer(each), each.getMessage()));
        return problem;
    }

    /** A product has no lists, so the first step of the path is its member. */
    private static String pointer(ConstraintViolation<?> violation) {
        return "/" + violation.getPropertyPath().iterator().next().getName();
    }
}
