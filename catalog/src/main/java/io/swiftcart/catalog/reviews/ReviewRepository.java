package io.swiftcart.catalog.reviews;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads reviews. */
@ApplicationScoped
class ReviewRepository {
    /** Those who review one product at once wait for each other, so that no rating is lost. */
    private static final String LOCK =
            """
            select p.sku,
                   exists (select 1 from purchase b where b.user_id = $2 and b.sku = p.sku) as bought
              from product p
             where p.id = $1 and p.active
               for no key update of p
            """;

    private static final String ADD =
            """
            with written as (
                insert into review (id, product_id, user_id, rating, title, text, created_at)
                values ($1, $2, $3, $4, $5, $6, $7) returning *),
            rated as (
                update product p
                   set review_count = review_count + 1,
                       rating_sum = rating_sum + written.rating,
                       rating = round(100.0 * (rating_sum + written.rating) / (review_count + 1))
                  from written
                 where p.id = written.product_id
                returning p.sku, p.review_count)
            select %s, sku, review_count from written cross join rated
            """
                    .formatted(ReviewView.COLUMNS);
    private static final String LIST =
            "select "
                    + ReviewView.COLUMNS
                    + " from review where product_id = $1 and id < $2 order by id desc limit $3";

    private final Clock clock;

    ReviewRepository(Clock clock) {
        this.clock = clock;
    }

    /** A review that was written, and how many its product now has. */
    record Added(ReviewView review, String sku, long count) {

        static Added from(Row row) {
            return new Added(
                    ReviewView.from(row), row.getString("sku"), row.getLong("review_count"));
        }
    }

    /**
     * Whether the user has bought the product, which is kept from other reviewers until the end of
     * the transaction; a problem with status 404 when it is not there.
     */
    Uni<Boolean> lockAndAskBought(SqlClient tx, UUID productId, String userId) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(productId, userId))
                .map(ReviewRepository::bought)
                .onItem()
                .ifNull()
                .failWith(ProductQuery::notFound);
    }

    /** Adds the review and counts it in; a problem with status 409 when it is not the first. */
    Uni<Added> add(SqlClient tx, UUID productId, String userId, ReviewRequest request) {
        Tuple values =
                Tuple.from(
                        List.of(
                                Ids.next(),
                                productId,
                                userId,
                                request.rating(),
                                request.title(),
                                request.text(),
                                clock.instant().atOffset(ZoneOffset.UTC)));
        return tx.preparedQuery(ADD)
                .execute(values)
                .onFailure(PgException.class)
                .transform(ReviewRepository::explained)
                .map(rows -> Added.from(rows.iterator().next()));
    }

    /** The newest reviews that are older than {@code before}. */
    Uni<List<ReviewView>> list(SqlClient client, UUID productId, UUID before, long limit) {
        return client.preparedQuery(LIST)
                .execute(Tuple.of(productId, before, limit))
                .map(ReviewRepository::views);
    }

    private static @Nullable Boolean bought(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? row.next().getBoolean("bought") : null;
    }

    private static List<ReviewView> views(RowSet<Row> rows) {
        List<ReviewView> views = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> views.add(ReviewView.from(row)));
        return views;
    }

    private static Throwable explained(Throwable failure) {
        return "review_one_each".equals(((PgException) failure).getConstraint())
                ? new Problem(CatalogProblem.ALREADY_REVIEWED, "A buyer reviews a product once.")
                : failure;
    }
}
