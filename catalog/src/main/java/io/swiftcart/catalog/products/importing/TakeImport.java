package io.swiftcart.catalog.products.importing;

import io.smallrye.mutiny.Uni;
import io.swiftcart.catalog.products.importing.ImportRepository.Staged;
import io.swiftcart.platform.database.Database;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.problem.CommonProblem;
import io.swiftcart.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Takes a file in: its rows wait as a job from the commit on, and are judged later, one by one. */
@ApplicationScoped
class TakeImport {
    /** More than fit into a body as products, so only a file of something else has more. */
    private static final int ROWS_MAX = 10_000;

    private final Database database;
    private final ImportRepository imports;

    TakeImport(Database database, ImportRepository imports) {
        this.database = database;
        this.imports = imports;
    }

    /** The job; a problem with status 400 when there is no row in the file, or too many. */
    Uni<ImportView> of(byte[] ndjson, String callerId) {
        List<Staged> rows = rows(Buffer.buffer(ndjson));
        if (rows.isEmpty()) {
            throw new Problem(
                    CommonProblem.MALFORMED_REQUEST, "Send one product as JSON on each line.");
        }
        return database.inTransaction(tx -> imports.stage(tx, Ids.next(), callerId, rows));
    }

    /** Blank lines are no rows, but they count as lines. */
    private static List<Staged> rows(Buffer file) {
        List<Staged> rows = new ArrayList<>();
        int line = 0;
        int start = 0;
        while (start < file.length()) {
            line++;
            int end = endOfLine(file, start);
            Buffer row = file.getBuffer(start, end);
            if (!row.toString().isBlank()) {
                rows.add(new Staged(line, row));
                if (rows.size() > ROWS_MAX) {
                    throw new Problem(
                                    CommonProblem.VALIDATION_FAILED,
                                    "A file has at most " + ROWS_MAX + " rows.")
                            .pointing("", "has more");
                }
            }
            start = end + 1;
        }
        return rows;
    }

    private static int endOfLine(Buffer file, int start) {
        int end = start;
        while (end < file.length() && file.getByte(end) != '\n') {
            end++;
        }
        return end;
    }
}
