package io.swiftcart.platform.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.things.Sql;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Who is spoken to over TLS, by configuration alone. */
@QuarkusTest
class TlsComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject Sql sql;
    @RestClient Trusting trusting;
    @RestClient Mistrusting mistrusting;

    /** Knows the authority of its neighbour: {@code tls-configuration-name}. */
    @RegisterRestClient(configKey = "trusting")
    @Path("/")
    interface Trusting {
        @GET
        Uni<Response> get();
    }

    /** Knows none but those of the JDK. */
    @RegisterRestClient(configKey = "mistrusting")
    @Path("/")
    interface Mistrusting {
        @GET
        Uni<Response> get();
    }

    @Test
    void every_connection_to_the_database_is_encrypted() {
        assertTrue(
                sql.rows("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                        .getFirst()
                        .getBoolean("ssl"));
    }

    @Test
    void a_neighbour_is_spoken_to_when_its_authority_is_known() {
        assertEquals(204, trusting.get().await().atMost(SOON).getStatus());
    }

    @Test
    void a_neighbour_whom_nobody_vouches_for_is_not_spoken_to() {
        Throwable refused =
                mistrusting
                        .get()
                        .onItemOrFailure()
                        .transform((_, failure) -> failure)
                        .await()
                        .atMost(SOON);

        assertInstanceOf(SSLException.class, refused);
    }
}
