package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.domain.Likeness;
import io.swiftcart.catalog.search.Question.Word;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a question of what somebody has typed. A word with which no known word begins is taken for
 * a slip of the pen: the nearest known words are asked for as well.
 */
@ApplicationScoped
class ReadQuestion {
    private static final int LENGTH_MAX = 200;

    /** More words than this narrow nothing down any further. */
    private static final long WORDS_MAX = 8;

    /**
     * Of the words that share most groups of three letters, the nearest by slips is among these.
     * How few they may share: pg_trgm.similarity_threshold.
     */
    private static final long LIKELY = 30;

    static final String WORDS =
            """
            select asked.word,
                   case when asked.word ~ '^[0-9]+$'
                          or exists (select 1 from search_word known
                                      where known.word >= asked.word
                                        and known.word < asked.word || chr(1114111))
                        then '{}'::text[]
                        else array(select likely.word from search_word likely
                                    where likely.word % asked.word
                                    order by likely.word <-> asked.word, likely.word limit $3)
                   end as likely
              from (select word, place
                      from unnest(string_to_array(search_plain($1), ' '))
                           with ordinality as typed(word, place)
                     where word <> '' order by place limit $2) asked
             order by asked.place
            """;

    private final Database database;

    ReadQuestion(Database database) {
        this.database = database;
    }

    /** The question; a problem with status 400 when the text is too long or is no text. */
    Uni<Question> of(String typed) {
        if (typed.codePointCount(0, typed.length()) > LENGTH_MAX) {
            throw invalid("q must have at most " + LENGTH_MAX + " characters.");
        }
        if (typed.codePoints().anyMatch(ReadQuestion::isNoText)) {
            throw invalid("q must not contain control characters.");
        }
        return database.pool()
                .preparedQuery(WORDS)
                .execute(Tuple.of(typed, WORDS_MAX, LIKELY))
                .map(ReadQuestion::question);
    }

    private static Question question(RowSet<Row> rows) {
        List<Word> words = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> words.add(word(row)));
        return new Question(List.copyOf(words));
    }

    private static Word word(Row row) {
        String asked = row.getString("word");
        List<String> likely = List.of(row.getArrayOfStrings("likely"));
        return new Word(asked, Likeness.nearest(asked, likely));
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && !Character.isWhitespace(character)
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static Problem invalid(String detail) {
        return new Problem(CommonProblem.MALFORMED_REQUEST, detail);
    }
}
