package io.swiftcart.catalog.categories;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One category; {@code parentId} is absent on a root. */
@Schema(
        name = "Category",
        requiredProperties = {"id", "name", "slug", "description", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record CategoryView(
        UUID id,
        String name,
        String slug,
        String description,
        @Nullable UUID parentId,
        long version) {

    static final String COLUMNS = "id, name, slug, description, parent_id, version";

    static CategoryView from(Row row) {
        return new CategoryView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("slug"),
                row.getString("description"),
                row.getUUID("parent_id"),
                row.getLong("version"));
    }
}
