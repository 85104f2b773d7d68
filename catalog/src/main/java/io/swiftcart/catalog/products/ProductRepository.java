package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes products, each method in the caller's transaction, and gives them back as they then stand.
 */
@ApplicationScoped
class ProductRepository {
    /**
     * A new price is noted with the product, and its new words become known; in order, so that two
     * writers never wait in a ring.
     */
    private static final String WRITTEN =
            """
             returning *), words as (
                insert into search_word (word)
                select word from written, search_vocabulary(name, attributes, description) as word
                 order by word
                on conflict do nothing),
            priced as (
                insert into price_change (product_id, price, currency, valid_from)
                select id, price, currency, updated_at from written
                 where not exists (
                           select 1
                             from (select price, currency from price_change
                                    where product_id = written.id
                                    order by id desc limit 1) latest
                            where latest.price = written.price
                              and latest.currency = written.currency))
            select %s from written p %s
            """
                    .formatted(ProductView.COLUMNS, ProductView.STOCK);

    private static final String ADD =
            """
            with written as (
                insert into product (id, sku, name, slug, description, price, currency, category_id,
                                     attributes, image_url, active, created_at, updated_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)\
            """
                    + WRITTEN;
    private static final String CHANGE =
            """
            with written as (
                update product
                   set name = $3, slug = $4, description = $5, price = $6, currency = $7,
                       category_id = $8, attributes = $9, image_url = $10, active = $11,
                       updated_at = $12, version = version + 1
                 where id = $1 and sku = $2\
            """
                    + WRITTEN;
    private static final String WITHDRAW =
            """
            with written as (
                update product
                   set active = false, updated_at = $2, version = version + 1
                 where id = $1\
            """
                    + WRITTEN;

    /** Names the product's row, because the other side of an outer join cannot be locked. */
    private static final String LOCK =
            "select "
                    + ProductView.COLUMNS
                    + " from product p "
                    + ProductView.STOCK
                    + " where p.%s = $1 for no key update of p";

    private final Clock clock;

    ProductRepository(Clock clock) {
        this.clock = clock;
    }

    /**
     * The product as it stands, kept from others until the end of the transaction; status 404 when
     * there is none.
     */
    Uni<ProductView> lock(SqlClient tx, UUID id) {
        return tx.preparedQuery(LOCK.formatted("id"))
                .execute(Tuple.of(id))
                .map(ProductRepository::single)
                .onItem()
                .ifNull()
                .failWith(ProductQuery::notFound);
    }

    /** The same by SKU, or nothing. */
    Uni<Optional<ProductView>> lockBySku(SqlClient tx, String sku) {
        return tx.preparedQuery(LOCK.formatted("sku"))
                .execute(Tuple.of(sku))
                .map(rows -> Optional.ofNullable(single(rows)));
    }

    Uni<ProductView> add(SqlClient tx, Draft draft) {
        return write(tx, ADD, draft.values(now()));
    }

    Uni<ProductView> change(SqlClient tx, Draft draft) {
        return write(tx, CHANGE, draft.values(now()));
    }

    Uni<ProductView> withdraw(SqlClient tx, UUID id) {
        return write(tx, WITHDRAW, Tuple.of(id, now()));
    }

    /** What a request leaves open is settled: identity, slug, and whether the product is sold. */
    record Draft(UUID id, String sku, String slug, boolean active, ProductRequest request) {

        Tuple values(OffsetDateTime now) {
            return Tuple.from(
                    new @Nullable Object[] {
                        id,
                        sku,
                        request.name(),
                        slug,
                        request.descriptionOrEmpty(),
                        request.price(),
                        request.currency().getCurrencyCode(),
                        request.categoryId(),
                        new JsonObject(request.attributesOrEmpty()),
                        request.imageUrl(),
                        active,
                        now
                    });
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<ProductView> write(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql)
                .execute(values)
                .onFailure(PgException.class)
                .transform(ProductRepository::explained)
                .map(rows -> ProductView.from(rows.iterator().next()));
    }

    private static @Nullable ProductView single(RowSet<Row> rows) {
        RowIterator<Row> row = rows.iterator();
        return row.hasNext() ? ProductView.from(row.next()) : null;
    }

    /**
     * The constraints are the last word on what the caller did wrong; anything else stays a fault.
     */
    private static Throwable explained(Throwable failure) {
        String constraint = ((PgException) failure).getConstraint();
        return switch (constraint == null ? "" : constraint) {
            case "product_sku_key" ->
                    new Problem(
                                    CatalogProblem.SKU_TAKEN,
                                    "A SKU stays taken even when its product is withdrawn.")
                            .pointing("/sku", "is taken");
            case "product_category_fk" ->
                    new Problem(
                                    CatalogProblem.UNKNOWN_CATEGORY,
                                    "There is no category with this categoryId.")
                            .pointing("/categoryId", "is not a category");
            default -> failure;
        };
    }
}
