package io.swiftcart.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.database.Database;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where facts wait between the commit of their change and their publication. */
@ApplicationScoped
public class Outbox {
    /** Local address told when facts are committed. */
    static final String COMMITTED = "swiftcart.outbox.committed";

    private static final String ADD =
            """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, created_at)
            select (f->>'id')::uuid, f->>'topic', f->>'key', f->>'type', f->>'payload', f->'headers', now()
            from jsonb_array_elements($1) with ordinality as facts(f, position)
            order by position
            """;

    private final ObjectMapper json;
    private final Database database;
    private final String source;

    Outbox(
            ObjectMapper json,
            Database database,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.json = json;
        this.database = database;
        this.source = "/" + service;
    }

    /**
     * Adds the facts, in order, within the transaction of {@code tx}; one statement whatever their
     * number.
     */
    public Uni<Void> add(SqlClient tx, List<Fact> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(rows(facts)))
                .invoke(() -> announce(tx))
                .replaceWithVoid();
    }

    /**
     * Lets the relay know of facts that a statement of somebody else has written: at once, or when
     * the transaction of {@code tx} is committed.
     */
    public void announce(SqlClient tx) {
        Transaction open =
                tx instanceof SqlConnection session ? session.getDelegate().transaction() : null;
        if (open == null) {
            database.tell(COMMITTED);
        } else {
            open.completion().onSuccess(_ -> database.tell(COMMITTED));
        }
    }

    /**
     * The facts as the JSON array that {@link #add} inserts, for a statement that writes them
     * together with the change: each element has id, topic, key, type, payload (text) and headers.
     * {@link #announce} them when they are written.
     */
    public JsonArray rows(List<Fact> facts) {
        JsonArray rows = new JsonArray();
        facts.forEach(fact -> rows.add(row(fact)));
        return rows;
    }

    private JsonObject row(Fact fact) {
        return new JsonObject()
                .put("id", fact.id().toString())
                .put("topic", fact.topic())
                .put("key", fact.key())
                .put("type", fact.type())
                .put("payload", payload(fact))
                .put("headers", headers(fact));
    }

    private @Nullable String payload(Fact fact) {
        if (fact.payload() == null) {
            return null;
        }
        try {
            return json.writeValueAsString(fact.payload());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject headers(Fact fact) {
        return new JsonObject()
                .put("ce_specversion", "1.0")
                .put("ce_id", fact.id().toString())
                .put("ce_type", fact.type())
                .put("ce_source", source)
                .put("ce_time", fact.time().toString())
                .put("ce_subject", Objects.requireNonNull(fact.subject()))
                .put("content-type", "application/json")
                .put(Correlation.TRACEPARENT, Correlation.traceparent())
                .put(Correlation.KAFKA_HEADER, Correlation.current());
    }
}
