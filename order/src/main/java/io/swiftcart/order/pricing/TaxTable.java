package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.TaxCategory;
import io.swiftcart.order.domain.pricing.TaxRates;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tax rates from the table {@code tax_rate}. */
@ApplicationScoped
class TaxTable implements Taxes {
    private static final String OF_COUNTRY =
            "select category, basis_points from tax_rate where country = $1";

    private final Database database;

    TaxTable(Database database) {
        this.database = database;
    }

    @Override
    public Uni<TaxRates> in(@Nullable String country) {
        if (country == null) {
            return Uni.createFrom().item(TaxRates.NONE);
        }
        return database.pool()
                .preparedQuery(OF_COUNTRY)
                .execute(Tuple.of(country))
                .map(
                        rows ->
                                new TaxRates(
                                        StreamSupport.stream(rows.spliterator(), false)
                                                .collect(
                                                        Collectors.toMap(
                                                                row ->
                                                                        TaxCategory.valueOf(
                                                                                row.getString(
                                                                                        "category")),
                                                                row ->
                                                                        row.getInteger(
                                                                                "basis_points")))));
    }
}
