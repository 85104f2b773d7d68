package io.swiftcart.catalog.products.importing;

import io.swiftcart.platform.problem.Problem.Pointed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a row was not taken over.
 *
 * @param line of the file, from 1
 * @param code of the problem that the row would have met as a request of its own
 * @param errors each finding with a pointer to its place in the row
 */
@Schema(
        name = "ImportError",
        requiredProperties = {"line", "code", "detail", "errors"})
record ImportErrorView(int line, String code, String detail, List<Pointed> errors) {

    static ImportErrorView from(Row row) {
        return new ImportErrorView(
                row.getInteger("line"),
                row.getString("code"),
                row.getString("detail"),
                row.get(JsonArray.class, "errors").stream()
                        .map(JsonObject.class::cast)
                        .map(
                                each ->
                                        new Pointed(
                                                each.getString("detail"),
                                                each.getString("pointer")))
                        .toList());
    }
}
