package io.swiftcart.platform.correlation;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Sends the correlation id and trace context along with every call to a neighbour; register it on
 * each REST client.
 */
public class OutgoingCorrelation implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(Correlation.HTTP_HEADER, Correlation.current());
        Correlation.traceparentOfCall()
                .ifPresent(
                        parent -> request.getHeaders().putSingle(Correlation.TRACEPARENT, parent));
    }
}
