package io.swiftcart.notification.mailing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.OutgoingCorrelation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Asks the order service whom to write to; asked again for every attempt and never kept. */
@RegisterRestClient(configKey = "order")
@RegisterProvider(OutgoingCorrelation.class)
@OidcClientFilter
@Path("/internal/orders")
interface OrderClient {

    /** Without an e-mail when nobody wants to be written to. Other members are ignored. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(@Nullable String email, @Nullable String name) {
        @Override
        public String toString() {
            return "***";
        }
    }

    @GET
    @Path("/{orderId}/contact")
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    Uni<Contact> contact(@PathParam("orderId") UUID orderId);
}
