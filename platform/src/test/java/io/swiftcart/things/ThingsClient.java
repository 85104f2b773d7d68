package io.swiftcart.things;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.OutgoingCorrelation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Things calling things. */
@RegisterRestClient(configKey = "things")
@RegisterProvider(OutgoingCorrelation.class)
@Path("/things")
public interface ThingsClient {
    @GET
    @Path("/headers")
    Uni<Map<String, String>> headers();

    @GET
    @Path("/nowhere/at/all")
    Uni<String> nowhere();
}
