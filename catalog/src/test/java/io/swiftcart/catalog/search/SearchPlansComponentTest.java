package io.swiftcart.catalog.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.Branch;
import io.swiftcart.catalog.reading.ProductConditions;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.catalog.search.Question.Word;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks PostgreSQL how it would answer, with enough products that the plan matters. */
@QuarkusTest
class SearchPlansComponentTest {
    private static final UUID CATEGORY = UUID.fromString("0192f0c1-7c00-7000-8000-00000000abcd");

    private static final UUID SMALL = UUID.fromString("0192f0c1-7c00-7000-8000-00000000abce");

    private static final String FILL =
            """
            insert into product (id, sku, name, slug, description, price, currency, category_id,
                                 attributes, active, created_at, updated_at)
            select gen_random_uuid(), 'PLAN-' || n, md5(n::text) || ' thing', 'thing', md5((n + 1)::text),
                   n, 'USD', case when n % 500 = 0 then $2 else $1 end, jsonb_build_object('colour', n % 7), true,
                   now() - interval '1 year' + n * interval '1 second', now()
              from generate_series(1, 5000) n
            on conflict do nothing
            """;
    private static final String FILL_WORDS =
            """
            insert into search_word (word)
            select distinct word from product, search_vocabulary(name, attributes, description) as word
            union select md5('word ' || n) from generate_series(1, 30000) n
            on conflict do nothing
            """;

    private static final String FILL_STOCK =
            """
            insert into availability (sku, available, version, updated_at)
            select 'PLAN-' || n, case when n % 250 = 0 then 1 else 0 end, 1, now()
              from generate_series(1, 5000) n
            on conflict do nothing
            """;
    private static final AtomicBoolean FILLED = new AtomicBoolean();

    private final Pool pool;

    SearchPlansComponentTest(Pool pool) {
        this.pool = pool;
    }

    /** Once, for all tests; an instance is made for each. */
    @BeforeEach
    void fill() {
        if (FILLED.getAndSet(true)) {
            return;
        }
        ask(
                "insert into category (id, name, slug, description, created_at, updated_at)"
                        + " values ($1, 'Plans', 'plans', '', now(), now()),"
                        + " ($2, 'Small', 'plans-small', '', now(), now()) on conflict do nothing",
                Tuple.of(CATEGORY, SMALL));
        ask(FILL, Tuple.of(CATEGORY, SMALL));
        ask(FILL_WORDS, Tuple.tuple());
        ask(FILL_STOCK, Tuple.tuple());
        ask("analyze product", Tuple.tuple());
        ask("analyze availability", Tuple.tuple());
        ask("analyze search_word", Tuple.tuple());
    }

    @Test
    void the_best_matches_are_found_by_their_words() {
        ProductConditions conditions = Match.sold(question());
        conditions.within(filter(null), Branch.WHOLE);

        String plan =
                plan(
                        FindProducts.bestFirstSql(question(), conditions, filter(null)),
                        conditions.values());

        assertIndexed(plan, "product_by_words");
    }

    @Test
    void facets_are_counted_of_what_is_found_by_its_words() {
        ProductConditions conditions = Match.sold(question());
        AttributeFilter colour = AttributeFilter.of(List.of("colour:3"));

        String plan =
                plan(
                        CountFacets.sql(question(), conditions, filter(null), Branch.WHOLE, colour),
                        conditions.values());

        assertIndexed(plan, "product_by_words");
    }

    @Test
    void suggestions_are_found_by_their_words() {
        ProductConditions conditions = new ProductConditions();

        String plan = plan(SuggestNames.sql(question(), conditions), conditions.values());

        assertIndexed(plan, "product_by_name_words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name", "-name", "price", "-price", "createdAt", "-createdAt", "rating"})
    void a_list_is_read_in_the_order_of_its_index(String sort) {
        ProductConditions conditions = Match.sold(new Question(List.of()));

        String plan = plan(ProductQuery.sql(conditions, filter(sort)), conditions.values());

        assertIndexed(plan, "product_by_");
        assertFalse(plan.contains("Sort Key: p."), plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-price", "createdAt", "-rating"})
    void a_small_category_is_read_by_its_own_index_in_every_order(String sort) {
        ProductConditions conditions = Match.sold(new Question(List.of()));
        conditions.within(filter(sort), new Branch(List.of(SMALL)));

        String plan = plan(ProductQuery.sql(conditions, filter(sort)), conditions.values());

        assertIndexed(plan, "product_by_category");
    }

    @Test
    void the_few_in_stock_are_found_from_their_stock() {
        ProductConditions conditions = Match.sold(new Question(List.of()));
        ProductFilter inStock = new ProductFilter(null, null, null, "true", null, null, null);
        conditions.within(inStock, Branch.WHOLE);

        String plan = plan(ProductQuery.sql(conditions, inStock), conditions.values());

        assertIndexed(plan, "product_sku_key");
    }

    @Test
    void a_statement_is_planned_for_its_words_however_often_it_was_asked() {
        String statement = "/* asked often */ " + ReadQuestion.WORDS;

        String plans =
                pool.withConnection(
                                one ->
                                        Multi.createFrom()
                                                .range(0, 10)
                                                .onItem()
                                                .transformToUniAndConcatenate(
                                                        _ -> asked(one, statement))
                                                .collect()
                                                .last()
                                                .chain(() -> plans(one, statement)))
                        .await()
                        .indefinitely();

        assertEquals("10 for their values, 0 for all", plans);
    }

    @Test
    void misspelt_words_are_looked_up_by_likeness() {
        String plan = plan(ReadQuestion.WORDS, Tuple.of("kettel", 8L, 30L));

        assertTrue(plan.contains("search_word_by_likeness"), plan);
        assertFalse(plan.contains("Seq Scan on search_word"), plan);
    }

    @Test
    void a_number_is_no_misspelt_word() {
        assertTrue(ask(ReadQuestion.WORDS, Tuple.of("98765", 8L, 30L)).contains("[]"));
        assertFalse(ask(ReadQuestion.WORDS, Tuple.of("thign", 8L, 30L)).contains("[]"));
    }

    private static Uni<RowSet<Row>> asked(SqlConnection one, String statement) {
        return one.preparedQuery(statement).execute(Tuple.of("kettel", 8L, 30L));
    }

    private static Uni<String> plans(SqlConnection one, String statement) {
        return one.preparedQuery(
                        "select custom_plans || ' for their values, ' || generic_plans || ' for all'"
                                + " from pg_prepared_statements where statement = $1")
                .execute(Tuple.of(statement))
                .map(rows -> rows.iterator().next().getString(0));
    }

    private static Question question() {
        return new Question(
                List.of(new Word("c4ca4238", List.of()), new Word("thinx", List.of("thing"))));
    }

    private static ProductFilter filter(@Nullable String sort) {
        return new ProductFilter(null, null, null, null, sort, null, null);
    }

    private static void assertIndexed(String plan, String index) {
        assertTrue(plan.contains(index), plan);
        assertFalse(plan.contains("Seq Scan on product"), plan);
    }

    private String plan(String sql, Tuple values) {
        return ask("explain " + sql, values);
    }

    private String ask(String sql, Tuple values) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql)
                                .execute(values)
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(Row::toJson)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }
}
