package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.money.Money;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The local view of products. */
@ApplicationScoped
class ProductRepository {
    private static final String SAVE =
            """
            insert into product_view (sku, name, price, currency, active, version, weight_grams, tax_category)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (sku) do update
            set name = excluded.name, price = excluded.price, currency = excluded.currency, active = excluded.active,
                version = excluded.version, weight_grams = excluded.weight_grams, tax_category = excluded.tax_category
            where product_view.version < excluded.version
            """;

    /** The row stays with its version, so that an older state which comes again is passed over. */
    private static final String RETIRE = "update product_view set active = false where sku = $1";

    private static final String FIND =
            """
            select sku, name, price, currency, active, weight_grams, tax_category
            from product_view where sku = any($1)
            """;

    private final Database database;

    ProductRepository(Database database) {
        this.database = database;
    }

    Uni<Void> save(Product product, long version) {
        return database.pool()
                .preparedQuery(SAVE)
                .execute(
                        Tuple.tuple()
                                .addString(product.sku())
                                .addString(product.name())
                                .addLong(product.price().minorUnits())
                                .addString(product.price().currency().getCurrencyCode())
                                .addBoolean(product.active())
                                .addLong(version)
                                .addInteger(product.weightGrams())
                                .addString(product.taxCategory().name()))
                .replaceWithVoid();
    }

    Uni<Void> retire(String sku) {
        return database.pool().preparedQuery(RETIRE).execute(Tuple.of(sku)).replaceWithVoid();
    }

    Uni<Map<String, Product>> find(Collection<String> skus) {
        return database.pool()
                .preparedQuery(FIND)
                .execute(Tuple.of(skus.toArray(String[]::new)))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(ProductRepository::product)
                                        .collect(
                                                Collectors.toMap(
                                                        Product::sku, Function.identity())));
    }

    private static Product product(Row row) {
        Money price =
                new Money(row.getLong("price"), Currency.getInstance(row.getString("currency")));
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                price,
                row.getBoolean("active"),
                row.getInteger("weight_grams"),
                TaxCategory.valueOf(row.getString("tax_category")));
    }
}
