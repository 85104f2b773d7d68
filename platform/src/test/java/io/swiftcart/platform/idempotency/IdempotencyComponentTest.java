package io.swiftcart.platform.idempotency;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.things.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class IdempotencyComponentTest {
    private static final String ROUTE = "POST /things";

    @Inject Idempotency idempotency;
    @Inject Database database;
    @Inject Sql sql;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void the_claim_is_rolled_back_with_the_change() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        once(
                                claim("alice", ROUTE, "a"),
                                tx ->
                                        add(tx).chain(
                                                        () ->
                                                                Uni.createFrom()
                                                                        .failure(
                                                                                new IllegalStateException()))));

        assertEquals(0, things());
        assertEquals(0, claims());
        assertEquals(201, once(claim("alice", ROUTE, "a"), this::work).getStatus());
        assertEquals(1, things());
    }

    @Test
    void a_repeat_while_the_first_runs_is_told_to_come_back_and_then_gets_the_answer() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Claim claim = claim("alice", ROUTE, "a");
        CompletableFuture<Response> first =
                idempotency
                        .once(
                                claim,
                                "/things",
                                tx -> work(tx).call(() -> Uni.createFrom().completionStage(gate)))
                        .subscribeAsCompletionStage();
        await().until(() -> runs.get() == 1);

        Problem told = assertThrows(Problem.class, () -> once(claim, this::work));

        assertEquals(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT, told.code());
        assertEquals(Duration.ofSeconds(1), told.retryAfter());
        gate.complete(null);
        assertEquals(201, first.join().getStatus());
        Response replay = once(claim, this::work);
        assertEquals("true", replay.getHeaderString("Idempotent-Replayed"));
        assertEquals(1, runs.get());
    }

    @Test
    void the_key_of_an_owner_that_died_is_free_at_once() {
        AtomicReference<Integer> pid = new AtomicReference<>();
        Claim claim = claim("alice", ROUTE, "a");
        CompletableFuture<Response> dying =
                idempotency
                        .once(
                                claim,
                                "/things",
                                tx ->
                                        tx.query("select pg_backend_pid()")
                                                .execute()
                                                .invoke(
                                                        rows ->
                                                                pid.set(
                                                                        rows.iterator()
                                                                                .next()
                                                                                .getInteger(0)))
                                                .chain(
                                                        () ->
                                                                tx.query("select pg_sleep(60)")
                                                                        .execute())
                                                .chain(() -> work(tx)))
                        .subscribeAsCompletionStage();
        await().until(() -> pid.get() != null);
        sql.rows("select pg_terminate_backend($1)", pid.get());
        await().until(dying::isCompletedExceptionally);

        assertEquals(201, once(claim, this::work).getStatus());
        assertEquals(1, runs.get());
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        once(claim("alice", ROUTE, "a"), this::work);

        Problem refused =
                assertThrows(Problem.class, () -> once(claim("alice", ROUTE, "b"), this::work));

        assertEquals(CommonProblem.IDEMPOTENCY_KEY_REUSED, refused.code());
        assertEquals(1, runs.get());
    }

    @Test
    void a_key_belongs_to_its_caller_and_route() {
        once(claim("alice", ROUTE, "a"), this::work);

        assertNull(
                once(claim("bob", ROUTE, "a"), this::work).getHeaderString("Idempotent-Replayed"));
        assertNull(
                once(claim("alice", "PUT /things", "a"), this::work)
                        .getHeaderString("Idempotent-Replayed"));
        assertEquals(3, runs.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = CommonProblem.class,
            names = {
                "VALIDATION_FAILED",
                "UNAUTHENTICATED",
                "FORBIDDEN",
                "NOT_FOUND",
                "PAYLOAD_TOO_LARGE",
                "UNSUPPORTED_MEDIA_TYPE",
                "INTERNAL_ERROR",
                "SERVICE_UNAVAILABLE"
            })
    void an_answer_that_means_nothing_happened_leaves_the_key_free(CommonProblem code) {
        Claim claim = claim("alice", ROUTE, "a");

        assertThrows(Problem.class, () -> once(claim, tx -> refuse(tx, code)));

        assertEquals(0, claims());
        assertEquals(201, once(claim, this::work).getStatus());
    }

    @Test
    void a_refusal_that_stands_is_stored_without_its_change_and_replayed_byte_for_byte() {
        Claim claim = claim("alice", ROUTE, "a");
        assertThrows(
                Problem.class,
                () -> once(claim, tx -> refuse(tx, CommonProblem.PRECONDITION_FAILED)));

        Response replay = once(claim, this::work);
        Response again = once(claim, this::work);

        assertEquals(412, replay.getStatus());
        assertEquals("application/problem+json", replay.getHeaderString("Content-Type"));
        assertEquals("true", replay.getHeaderString("Idempotent-Replayed"));
        assertArrayEquals((byte[]) replay.getEntity(), (byte[]) again.getEntity());
        assertEquals(0, things());
        assertEquals(0, runs.get());
    }

    private Claim claim(String caller, String route, String request) {
        return idempotency.claim(
                caller, route, new IdempotencyKey(key), Map.of("request", request));
    }

    private Response once(
            Claim claim, java.util.function.Function<SqlConnection, Uni<Answer>> work) {
        return idempotency.once(claim, "/things", work).await().atMost(Duration.ofSeconds(10));
    }

    private Uni<Answer> work(SqlConnection tx) {
        return add(tx).invoke(runs::incrementAndGet)
                .replaceWith(() -> idempotency.answer(201, Map.of("run", key), Map.of()));
    }

    private Uni<Answer> refuse(SqlConnection tx, CommonProblem code) {
        return add(tx).chain(() -> Uni.createFrom().failure(new Problem(code, "no")));
    }

    private Uni<Void> add(SqlConnection tx) {
        return tx.preparedQuery(
                        "insert into thing (name) values ($1) on conflict (name) do update set times = 2")
                .execute(Tuple.of(key))
                .replaceWithVoid();
    }

    private long things() {
        return sql.count("select count(*) from thing where name = $1", key);
    }

    private long claims() {
        return sql.count("select count(*) from idempotency_key where key = $1", key);
    }
}
