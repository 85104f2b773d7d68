package io.swiftcart.catalog.prices;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A price and since when it held; it held until the next newer one.
 *
 * @param price of one unit, in the minor unit of {@code currency}
 */
@Schema(
        name = "Price",
        requiredProperties = {"price", "currency", "validFrom"})
record PriceView(long price, @Schema(description = "ISO 4217") String currency, Instant validFrom) {

    static PriceView from(Row row) {
        return new PriceView(
                row.getLong("price"),
                row.getString("currency"),
                row.getOffsetDateTime("valid_from").toInstant());
    }
}
