package io.swiftcart.catalog.products.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.products.ProductRequest;
import io.swiftcart.catalog.reading.ProductView;
import io.swiftcart.platform.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Reads all products, withdrawn ones too, page by page as fast as they are taken. */
@ApplicationScoped
class ExportProducts {
    private static final int PAGE = 200;
    private static final UUID BEGINNING = new UUID(0, 0);
    private static final String NEXT =
            "select "
                    + ProductView.COLUMNS
                    + " from product p "
                    + ProductView.STOCK
                    + " where p.id > $1 order by p.id limit $2";

    private final Database database;
    private final ObjectMapper json;

    ExportProducts(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * In the order of their ids, which is about that in which they were added; each as it stands
     * when its page is read. A page is the JSON of its products, one on each line.
     */
    Multi<byte[]> all() {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(BEGINNING), this::next)
                .whilst(page -> page.size() == PAGE)
                .map(this::lines);
    }

    private Uni<List<ProductView>> next(AtomicReference<UUID> last) {
        return database.pool()
                .preparedQuery(NEXT)
                .execute(Tuple.of(last.get(), (long) PAGE))
                .map(ExportProducts::views)
                .invoke(
                        page ->
                                page.stream()
                                        .map(ProductView::id)
                                        .reduce((_, id) -> id)
                                        .ifPresent(last::set));
    }

    private byte[] lines(List<ProductView> page) {
        return page.stream()
                .map(ProductRequest::of)
                .map(this::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String line(ProductRequest product) {
        try {
            return json.writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProductView> views(RowSet<Row> rows) {
        List<ProductView> views = new ArrayList<>(rows.rowCount());
        rows.forEach(row -> views.add(ProductView.from(row)));
        return views;
    }
}
