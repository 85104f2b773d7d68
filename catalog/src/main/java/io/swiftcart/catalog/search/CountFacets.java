package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.Branch;
import io.swiftcart.catalog.reading.ProductConditions;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.catalog.search.FacetsView.CategoryCount;
import io.swiftcart.catalog.search.FacetsView.PriceCount;
import io.swiftcart.catalog.search.FacetsView.StockCount;
import io.swiftcart.catalog.search.FacetsView.ValueCount;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a result could be narrowed down to, in one statement: each match is noted with the
 * filters it misses, and counts for a facet when it misses none but that facet's own. Matches that
 * are the same in all of this are counted first, so that the facets are made of few rows.
 */
@ApplicationScoped
class CountFacets {
    private static final List<Long> PRICE_BOUNDS =
            LongStream.of(
                            0, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000,
                            500_000, 1_000_000)
                    .boxed()
                    .toList();

    private static final int VALUES_MAX = 50;

    /** Of more matches than this, some are not counted. */
    private static final int MATCHES_MAX = 10_000;

    /** When nothing is asked, the index gives the newest as cheaply as any. */
    private static final String NEWEST_FIRST = "order by p.created_at desc, p.id desc";

    private static final String COUNT =
            """
            with recursive found as materialized (
                select category_id, bucket, attributes, stocked, misses, count(*) as alike
                  from (select p.category_id, p.attributes,
                               width_bucket(p.price, array[%1$s]::bigint[]) as bucket,
                               coalesce(a.available, 0) > 0 as stocked,
                               array_remove(array[%2$s]::text[], null) as misses
                          from product p %3$s
                         where %4$s
                         %5$s
                         limit %6$d) matches
                 group by 1, 2, 3, 4, 5),
            up as (
                select id as category, id as ancestor from category
                union all
                select up.category, c.parent_id from up join category c on c.id = up.ancestor
                 where c.parent_id is not null),
            counted as (
                select 'category' as facet, null::text as name, c.id::text as value,
                       c.name as label, sum(own.alike) as count
                  from (select category_id, sum(alike) as alike from found
                         where misses <@ array['category'] group by 1) own
                  join up on up.category = own.category_id
                  join category c on c.id = up.ancestor
                 group by c.id, c.name
                union all
                select 'price', null, bucket::text, null, sum(alike)
                  from found where misses <@ array['price'] group by 3
                union all
                select 'inStock', null, stocked::text, null, sum(alike)
                  from found where misses <@ array['inStock'] group by 3
                union all
                select 'attributes', each.key, each.value, null, sum(alike)
                  from (select attributes, misses, sum(alike) as alike
                          from found group by 1, 2) sets,
                       jsonb_each_text(attributes) each
                 where misses <@ array['attribute:' || each.key] group by 2, 3)
            select facet, name, value, label, count::bigint
              from (select counted.*, row_number() over (partition by facet, name
                                                        order by count desc, value) as place
                      from counted) placed
             where place <= %7$d
             order by facet, name, place
            """;

    private final Database database;

    CountFacets(Database database) {
        this.database = database;
    }

    /** The facets of what matches, 10,000 at most, not of one page. */
    Uni<FacetsView> of(
            Question question, ProductFilter filter, Branch branch, AttributeFilter attributes) {
        ProductConditions conditions = Match.sold(question);
        return database.pool()
                .preparedQuery(sql(question, conditions, filter, branch, attributes))
                .execute(conditions.values())
                .map(CountFacets::facets);
    }

    static String sql(
            Question question,
            ProductConditions conditions,
            ProductFilter filter,
            Branch branch,
            AttributeFilter attributes) {
        return COUNT.formatted(
                PRICE_BOUNDS.stream().map(String::valueOf).collect(Collectors.joining(",")),
                misses(conditions, filter, branch, attributes),
                ProductView.STOCK,
                conditions.sql(),
                question.isEmpty() ? NEWEST_FIRST : "",
                MATCHES_MAX,
                VALUES_MAX);
    }

    private static String misses(
            ProductConditions conditions,
            ProductFilter filter,
            Branch branch,
            AttributeFilter attributes) {
        List<String> misses = new ArrayList<>();
        note(misses, "'category'", conditions.category(branch));
        note(misses, "'price'", conditions.price(filter));
        note(misses, "'inStock'", conditions.stock(filter));
        attributes
                .conditions(conditions)
                .forEach(
                        (name, condition) ->
                                note(
                                        misses,
                                        "'attribute:' || " + conditions.bind(name) + "::text",
                                        List.of(condition)));
        return String.join(", ", misses);
    }

    private static void note(List<String> misses, String name, List<String> all) {
        if (!all.isEmpty()) {
            misses.add(
                    "case when (%s) is not true then %s end"
                            .formatted(String.join(" and ", all), name));
        }
    }

    private static FacetsView facets(RowSet<Row> rows) {
        List<CategoryCount> category = new ArrayList<>();
        Map<Integer, Long> price = new LinkedHashMap<>();
        List<StockCount> inStock = new ArrayList<>();
        Map<String, List<ValueCount>> attributes = new LinkedHashMap<>();
        for (Row row : rows) {
            String value = row.getString("value");
            long count = row.getLong("count");
            switch (row.getString("facet")) {
                case "category" ->
                        category.add(
                                new CategoryCount(
                                        UUID.fromString(value), row.getString("label"), count));
                case "price" -> price.put(Integer.parseInt(value), count);
                case "inStock" -> inStock.add(new StockCount(value.equals("true"), count));
                default ->
                        attributes
                                .computeIfAbsent(row.getString("name"), _ -> new ArrayList<>())
                                .add(new ValueCount(value, count));
            }
        }
        return new FacetsView(category, ranges(price), inStock, attributes);
    }

    /** {@code width_bucket} counts from 1, the bound below. */
    private static List<PriceCount> ranges(Map<Integer, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> range(each.getKey(), each.getValue()))
                .toList();
    }

    private static PriceCount range(int bucket, long count) {
        @Nullable Long to =
                bucket < PRICE_BOUNDS.size() ? Long.valueOf(PRICE_BOUNDS.get(bucket) - 1) : null;
        return new PriceCount(PRICE_BOUNDS.get(bucket - 1), to, count);
    }
}
