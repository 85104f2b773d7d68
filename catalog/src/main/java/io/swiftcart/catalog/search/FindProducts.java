package io.swiftcart.catalog.search;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.reading.Branch;
import io.swiftcart.catalog.reading.ProductConditions;
import io.swiftcart.catalog.reading.ProductFilter;
import io.swiftcart.catalog.reading.ProductQuery;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Page;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads one page of what matches a question. */
@ApplicationScoped
class FindProducts {
    static final String RELEVANCE = "relevance";

    /** Ranks all matches, because to leave the older ones out they would have to be sorted. */
    private static final String BEST_FIRST =
            """
            select %1$s, best.sort_key
              from (select id, sort_key
                      from (select p.id, %2$s as sort_key
                              from product p %3$s
                             where %4$s) ranked
                     where %5$s
                     order by sort_key desc, id desc
                     limit %6$s) best
              join product p on p.id = best.id %3$s
             order by best.sort_key desc, best.id desc
            """;

    private final Database database;
    private final ProductQuery products;

    FindProducts(Database database, ProductQuery products) {
        this.database = database;
        this.products = products;
    }

    /**
     * A page of what is sold and matches, within the filter, in its order; best first when it says
     * nothing or {@code relevance}. Without a question nothing is more relevant than the newest. A
     * problem with status 400 when the filter is wrong.
     */
    Uni<Page<ProductView>> matching(
            Question question, ProductFilter filter, Branch branch, AttributeFilter attributes) {
        ProductConditions conditions = Match.sold(question);
        conditions.within(filter, branch);
        attributes.conditions(conditions).values().forEach(conditions::add);
        if (!byRelevance(filter)) {
            return products.page(conditions, filter);
        }
        return question.isEmpty()
                ? products.page(conditions, filter.sortedBy(null))
                : bestFirst(question, conditions, filter);
    }

    private Uni<Page<ProductView>> bestFirst(
            Question question, ProductConditions conditions, ProductFilter filter) {
        return database.pool()
                .preparedQuery(bestFirstSql(question, conditions, filter))
                .execute(conditions.values())
                .map(rows -> ProductQuery.page(rows, filter.pageLimit(), FindProducts::cursor));
    }

    static String bestFirstSql(
            Question question, ProductConditions conditions, ProductFilter filter) {
        String rank =
                Match.rank(conditions.bind(question.terms()), conditions.bind(question.plain()));
        return BEST_FIRST.formatted(
                ProductView.COLUMNS,
                rank,
                ProductView.STOCK,
                conditions.sql(),
                behind(conditions, filter),
                conditions.bind((long) filter.pageLimit().plusOne()));
    }

    private static boolean byRelevance(ProductFilter filter) {
        return filter.sort() == null || filter.sort().matches("-?" + RELEVANCE);
    }

    private static String behind(ProductConditions conditions, ProductFilter filter) {
        List<String> parts = Cursor.decode(filter.cursor(), 3);
        if (parts.isEmpty()) {
            return "true";
        }
        if (!parts.get(0).equals(RELEVANCE) || !parts.get(1).matches("[0-9]{1,18}")) {
            throw Cursor.malformed();
        }
        return "(sort_key, id) < (%s, %s)"
                .formatted(
                        conditions.bind(Long.valueOf(parts.get(1))),
                        conditions.bind(ProductFilter.cursorId(parts.get(2))));
    }

    private static String cursor(Row row) {
        return Cursor.encode(RELEVANCE, row.getLong("sort_key"), row.getUUID("id"));
    }
}
