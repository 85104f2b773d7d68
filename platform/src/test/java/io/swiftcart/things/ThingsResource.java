package io.swiftcart.things;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.idempotency.Idempotency;
import io.swiftcart.platform.idempotency.IdempotencyKey;
import io.swiftcart.platform.identity.CallerIdentity;
import io.swiftcart.platform.outbox.Outbox;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Doors for every good and bad case. */
@Path("/things")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ThingsResource {
    private static final Logger LOG = Logger.getLogger(ThingsResource.class);

    private final Database database;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final ThingsClient neighbour;
    private final CallerIdentity caller;

    ThingsResource(
            Database database,
            Outbox outbox,
            Idempotency idempotency,
            @RestClient ThingsClient neighbour,
            CallerIdentity caller) {
        this.database = database;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.neighbour = neighbour;
        this.caller = caller;
    }

    @POST
    public Thing echo(@NotNull @Valid Thing thing) {
        return thing;
    }

    @GET
    @Path("/{id}")
    public String one(@PathParam("id") String id) {
        throw new Problem(CommonProblem.NOT_FOUND, "No thing has the id " + Ids.parse(id) + ".")
                .with("items", List.of(1, 2))
                .retryAfter(Duration.ofMillis(1500));
    }

    @GET
    @Path("/private")
    @RolesAllowed("manager")
    public Map<String, Object> forManagers() {
        return Map.of("caller", caller.current().id(), "manager", caller.current().manager());
    }

    @GET
    @Path("/public")
    public Map<String, Object> forAll() {
        return Map.of("caller", caller.current().id(), "manager", caller.current().manager());
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("select secret from thing");
    }

    @GET
    @Path("/unwritable")
    public Unwritable unwritable() {
        return new Unwritable();
    }

    @GET
    @Path("/invalid")
    public @NotNull String invalid() {
        return null;
    }

    @GET
    @Path("/away")
    public Uni<String> away() {
        return Uni.createFrom().failure(new ConnectException("Connection refused: 10.1.2.3"));
    }

    @GET
    @Path("/neighbour")
    public Uni<String> neighbourRefuses() {
        return neighbour.nowhere();
    }

    @GET
    @Path("/hops")
    public Uni<Map<String, String>> hops() {
        return database.inTransaction(tx -> tx.query("select 1").execute())
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(5))
                .chain(() -> database.pool().query("select 2").execute())
                .invoke(() -> LOG.info("three hops later"))
                .chain(neighbour::headers)
                .map(sent -> withCurrent(sent, Correlation.current()));
    }

    @GET
    @Path("/headers")
    public Map<String, String> headers(@Context HttpHeaders headers) {
        return Map.of(
                "sentId", headers.getHeaderString(Correlation.HTTP_HEADER),
                "sentTrace", headers.getHeaderString(Correlation.TRACEPARENT));
    }

    @POST
    @Path("/facts")
    public Uni<Void> happen(@NotNull Happened fact) {
        return database.inTransaction(tx -> outbox.add(tx, List.of(fact.asFact())));
    }

    @POST
    @Path("/once")
    public Uni<Response> once(@NotNull @Valid Thing thing, @Context HttpHeaders headers) {
        var claim =
                idempotency.claim(
                        caller.current().id(),
                        "POST /things/once",
                        IdempotencyKey.required(headers),
                        thing);
        return idempotency.once(
                claim,
                "/things/once",
                tx ->
                        tx.preparedQuery("insert into thing (name) values ($1)")
                                .execute(Tuple.of(thing.name()))
                                .map(
                                        _ ->
                                                idempotency.answer(
                                                        201, thing, Map.of("Location", "/x"))));
    }

    private static Map<String, String> withCurrent(Map<String, String> sent, String current) {
        return Map.of(
                "sentId", sent.get("sentId"), "sentTrace", sent.get("sentTrace"), "own", current);
    }

    /** Cannot be written as JSON. */
    public static final class Unwritable {
        public String getName() {
            throw new IllegalStateException("select secret from thing");
        }
    }
}
