package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.ProductConditions;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which names of products may be meant by what somebody has begun to type. */
@ApplicationScoped
class SuggestNames {
    /** Suggested while somebody types, so the work is small: the best of some will do. */
    private static final int CANDIDATES = 200;

    private static final int SUGGESTIONS = 10;

    private static final String NAMES =
            """
            select name
              from (select distinct on (search_name) name,
                           similarity(search_name, %1$s) as likeness
                      from (select p.name, p.search_name from product p where %2$s limit %3$d) p
                     order by search_name, name) names
             order by likeness desc, name
             limit %4$d
            """;

    private final Database database;
    private final ReadQuestion readQuestion;

    SuggestNames(Database database, ReadQuestion readQuestion) {
        this.database = database;
        this.readQuestion = readQuestion;
    }

    /**
     * At most ten names, best first; none for what has no letter or digit. A problem with status
     * 400 when it is no text.
     */
    Uni<List<String>> to(@Nullable String typed) {
        return typed == null
                ? Uni.createFrom().item(List.of())
                : readQuestion.of(typed).chain(this::names);
    }

    private Uni<List<String>> names(Question question) {
        if (question.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ProductConditions conditions = new ProductConditions();
        return database.pool()
                .preparedQuery(sql(question, conditions))
                .execute(conditions.values())
                .map(SuggestNames::texts);
    }

    static String sql(Question question, ProductConditions conditions) {
        conditions.add("p.active");
        conditions.add(
                Match.condition(
                        "search_name_words(p.search_name)", conditions.bind(question.terms())));
        return NAMES.formatted(
                conditions.bind(question.plain()), conditions.sql(), CANDIDATES, SUGGESTIONS);
    }

    private static List<String> texts(RowSet<Row> rows) {
        List<String> names = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> names.add(row.getString("name")));
        return names;
    }
}
