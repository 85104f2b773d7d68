package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.ShippingOption;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.money.Money;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Shipping options from the table {@code shipping_rate}. */
@ApplicationScoped
public class ShippingTable {
    /** Of each option the smallest bracket that holds the parcel. */
    private static final String OPTIONS =
            """
            select distinct on (code) code, name, amount from shipping_rate
            where currency = $2 and up_to_grams >= $3
              and country = coalesce((select min(country) from shipping_rate where country = $1), '**')
            order by code, up_to_grams
            """;

    private final Database database;

    ShippingTable(Database database) {
        this.database = database;
    }

    /** Ways to ship so much to a country, cheapest first; none while the country is not known. */
    public Uni<List<ShippingOption>> options(
            @Nullable String country, Currency currency, long grams) {
        if (country == null) {
            return Uni.createFrom().item(List.of());
        }
        return database.pool()
                .preparedQuery(OPTIONS)
                .execute(Tuple.of(country, currency.getCurrencyCode(), grams))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(
                                                row ->
                                                        new ShippingOption(
                                                                row.getString("code"),
                                                                row.getString("name"),
                                                                new Money(
                                                                        row.getLong("amount"),
                                                                        currency)))
                                        .sorted(
                                                Comparator.comparingLong(
                                                        option -> option.amount().minorUnits()))
                                        .toList());
    }
}
