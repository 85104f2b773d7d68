package io.swiftcart.catalog.products;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.CatalogProblem;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

    /** A product that was added since it was looked for has another id and is left alone. */
    private static final String PUT_ALL =
            """
            with written as (
                insert into product (id, sku, name, slug, description, price, currency, category_id,
                                     attributes, image_url, active, created_at, updated_at)
                select id, sku, name, slug, description, price, currency, category_id,
                       attributes, image_url, active, $2, $2
                  from jsonb_to_recordset($1)
                       as draft(id uuid, sku text, name text, slug text, description text,
                                price bigint, currency text, category_id uuid, attributes jsonb,
                                image_url text, active boolean)
                 order by sku
                on conflict (sku) do update
                   set name = excluded.name, slug = excluded.slug,
                       description = excluded.description, price = excluded.price,
                       currency = excluded.currency, category_id = excluded.category_id,
                       attributes = excluded.attributes, image_url = excluded.image_url,
                       active = excluded.active, updated_at = excluded.updated_at,
                       version = product.version + 1
                 where product.id = excluded.id\
            """
                    + WRITTEN;

    /** Names the product's row, because the other side of an outer join cannot be locked. */
    private static final String LOCK =
            "select "
                    + ProductView.COLUMNS
                    + " from product p "
                    + ProductView.STOCK
                    + " where %s for no key update of p";

    private static final String LOCK_BY_ID = LOCK.formatted("p.id = $1");
    private static final String LOCK_BY_SKU = LOCK.formatted("p.sku = any($1) order by p.sku");

    private final Clock clock;

    ProductRepository(Clock clock) {
        this.clock = clock;
    }

    /**
     * The product as it stands, kept from others until the end of the transaction; status 404 when
     * there is none.
     */
    Uni<ProductView> lock(SqlClient tx, UUID id) {
        return tx.preparedQuery(LOCK_BY_ID)
                .execute(Tuple.of(id))
                .map(ProductRepository::all)
                .map(found -> found.isEmpty() ? null : found.getFirst())
                .onItem()
                .ifNull()
                .failWith(ProductQuery::notFound);
    }

    /**
     * The same for those of the SKUs that there are, in their order, so that two who want several
     * never wait in a ring.
     */
    Uni<List<ProductView>> lockBySku(SqlClient tx, List<String> skus) {
        return tx.preparedQuery(LOCK_BY_SKU)
                .execute(Tuple.of(skus.toArray(String[]::new)))
                .map(ProductRepository::all);
    }

    /** Adds those whose id is new and changes the others; leaves out a SKU that has another id. */
    Uni<List<ProductView>> putAll(SqlClient tx, List<Draft> drafts) {
        JsonArray values = new JsonArray();
        drafts.forEach(draft -> values.add(draft.json()));
        return written(tx, PUT_ALL, Tuple.of(values, now()));
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

        /** By the names of the columns. */
        JsonObject json() {
            return new JsonObject()
                    .put("id", id.toString())
                    .put("sku", sku)
                    .put("name", request.name())
                    .put("slug", slug)
                    .put("description", request.descriptionOrEmpty())
                    .put("price", request.price())
                    .put("currency", request.currency().getCurrencyCode())
                    .put("category_id", request.categoryId().toString())
                    .put("attributes", new JsonObject(request.attributesOrEmpty()))
                    .put("image_url", request.imageUrl())
                    .put("active", active);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Uni<ProductView> write(SqlClient tx, String sql, Tuple values) {
        return written(tx, sql, values).map(List::getFirst);
    }

    private static Uni<List<ProductView>> written(SqlClient tx, String sql, Tuple values) {
        return tx.preparedQuery(sql)
                .execute(values)
                .onFailure(PgException.class)
                .transform(ProductRepository::explained)
                .map(ProductRepository::all);
    }

    private static List<ProductView> all(RowSet<Row> rows) {
        List<ProductView> products = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> products.add(ProductView.from(row)));
        return products;
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
