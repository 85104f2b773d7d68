package io.swiftcart.catalog.products.importing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how far an import has come. */
@ApplicationScoped
class ImportQuery {
    private final Database database;
    private final ImportRepository imports;

    ImportQuery(Database database, ImportRepository imports) {
        this.database = database;
        this.imports = imports;
    }

    /** A problem with status 404 when there is none. */
    Uni<ImportView> job(UUID id) {
        return imports.job(database.pool(), id);
    }

    /** Failed rows in the order of the file; a problem with status 404 when there is no job. */
    Uni<Page<ImportErrorView>> errors(UUID id, Limit limit, @Nullable String cursor) {
        int after = line(cursor);
        return job(id).chain(() -> imports.errors(database.pool(), id, after, limit.plusOne()))
                .map(read -> Page.of(read, limit, error -> Cursor.encode(error.line())));
    }

    private static int line(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 1);
        if (parts.isEmpty()) {
            return 0;
        }
        if (!parts.getFirst().matches("[0-9]{1,9}")) {
            throw Cursor.malformed();
        }
        return Integer.parseInt(parts.getFirst());
    }
}
