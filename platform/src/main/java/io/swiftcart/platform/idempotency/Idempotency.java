package io.swiftcart.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.swiftcart.platform.problem.ProblemWriter;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One effect per idempotency key, whatever races, and the same answer to every repeat within 24
 * hours.
 *
 * <p>The claim commits together with the change it guards. A repeat with another payload is refused
 * (422), one that comes while the first runs is told so (409). Answers that mean that nothing has
 * happened are not kept, so the key stays free.
 */
@ApplicationScoped
public class Idempotency {
    private static final int RETENTION_HOURS = 24;
    private static final Set<Integer> NOTHING_HAPPENED =
            Set.of(400, 401, 403, 404, 413, 415, 429, 500, 503);

    private final Database database;
    private final IdempotencyRepository keys;
    private final ProblemWriter problems;
    private final ObjectMapper json;
    private final ObjectMapper canonical;

    Idempotency(
            Database database,
            IdempotencyRepository keys,
            ProblemWriter problems,
            ObjectMapper json) {
        this.database = database;
        this.keys = keys;
        this.problems = problems;
        this.json = json;
        // A request is hashed by its meaning: its record, with members in one order.
        this.canonical =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                        .build();
    }

    /**
     * The claim of {@code key} by a caller on a route for this request (a record, or anything else
     * that is JSON).
     */
    public Claim claim(String caller, String route, IdempotencyKey key, Object request) {
        try {
            byte[] meaning = canonical.writeValueAsBytes(request);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(meaning);
            return new Claim(caller, route, key.value(), HexFormat.of().formatHex(hash));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer with a JSON body, as it will be stored. */
    public Answer answer(int status, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        try {
            return new Answer(status, Map.copyOf(all), json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A problem as an answer that can be stored; {@code path} is the path of the request. */
    public Answer answer(Problem problem, String path) {
        return new Answer(
                problem.code().status(), problems.headers(problem), problems.body(problem, path));
    }

    /**
     * Runs {@code work} once per key where the whole write is one transaction, and stores its
     * answer in that transaction. A {@link Problem} from the work rolls it back and is stored too,
     * unless it means that nothing happened; {@code path} is the path of the request.
     */
    public Uni<Response> once(Claim claim, String path, Function<SqlConnection, Uni<Answer>> work) {
        return database.inTransaction(
                        tx ->
                                keys.claim(tx, claim)
                                        .chain(
                                                isNew ->
                                                        isNew
                                                                ? first(tx, claim, work)
                                                                : repeat(tx, claim)))
                .onFailure(Problem.class)
                .call(problem -> storeRefusal(claim, path, problem));
    }

    /**
     * Takes a claim within the transaction of a change whose answer comes later; false when it is
     * taken already. The answer follows with {@link #store}, or {@link #free} gives the claim up.
     */
    public Uni<Boolean> take(SqlClient tx, Claim claim) {
        return keys.claim(tx, claim);
    }

    /**
     * The answer stored for a claim; null when the key is free. A problem when it is in flight or
     * was used otherwise.
     */
    public Uni<@Nullable Answer> stored(SqlClient client, Claim claim) {
        return keys.find(client, claim).onItem().ifNotNull().transform(Idempotency::answerOf);
    }

    /** Stores the answer to a claim that was made earlier; the first answer stays. */
    public Uni<Void> store(SqlClient tx, Claim claim, Answer answer) {
        return keys.store(tx, claim, answer);
    }

    /**
     * The answer to a claim that is still open, or the one that was stored first; null when the
     * claim was given up meanwhile. It never takes a key that is free.
     */
    public Uni<@Nullable Answer> settle(SqlClient client, Claim claim, Answer answer) {
        return keys.settle(client, claim, answer).chain(() -> stored(client, claim));
    }

    /** The answer to a repeat; a problem while the first request runs. */
    public Uni<Response> replay(Claim claim) {
        return repeat(database.pool(), claim);
    }

    /** Gives up a claim without an answer, so that the key can be used again. */
    public Uni<Void> free(SqlClient tx, Claim claim) {
        return keys.free(tx, claim);
    }

    @Scheduled(every = "${swiftcart.idempotency.clean-up:10m}", delayed = "1m")
    Uni<Void> forgetOld() {
        return keys.forget(database.pool(), RETENTION_HOURS).replaceWithVoid();
    }

    private Uni<Response> first(
            SqlConnection tx, Claim claim, Function<SqlConnection, Uni<Answer>> work) {
        return work.apply(tx).call(answer -> keys.store(tx, claim, answer)).map(Answer::first);
    }

    private Uni<Response> repeat(SqlClient client, Claim claim) {
        return stored(client, claim)
                .onItem()
                .ifNull()
                .failWith(Idempotency::inFlight)
                .map(Answer::replayed);
    }

    private Uni<Void> storeRefusal(Claim claim, String path, Problem problem) {
        boolean aboutTheKey =
                problem.code() == CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT
                        || problem.code() == CommonProblem.IDEMPOTENCY_KEY_REUSED;
        if (aboutTheKey || NOTHING_HAPPENED.contains(problem.code().status())) {
            return Uni.createFrom().voidItem();
        }
        return keys.store(database.pool(), claim, answer(problem, path));
    }

    private static Answer answerOf(IdempotencyRepository.Known known) {
        if (!known.sameRequest()) {
            throw new Problem(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for another request.");
        }
        if (known.answer() == null) {
            throw inFlight();
        }
        return known.answer();
    }

    /** The problem of a repeat that comes while the first request runs. */
    public static Problem inFlight() {
        return new Problem(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT, "Ask again in a moment.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
