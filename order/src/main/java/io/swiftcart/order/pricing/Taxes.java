package io.swiftcart.order.pricing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.order.domain.pricing.TaxRates;
import org.jspecify.annotations.Nullable;

/** Port to whoever knows what is taxed where. {@link TaxTable} is the one that is built in. */
public interface Taxes {
    /** The rates of a country (ISO 3166-1 alpha-2); none while the country is not known. */
    Uni<TaxRates> in(@Nullable String country);
}
