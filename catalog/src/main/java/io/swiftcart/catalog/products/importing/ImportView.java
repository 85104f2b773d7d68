package io.swiftcart.catalog.products.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come. {@code added + changed + failed} grows to {@code total}.
 *
 * @param status {@code RUNNING} or {@code FINISHED}
 * @param finishedAt null while it runs
 */
@Schema(
        name = "Import",
        requiredProperties = {
            "jobId",
            "status",
            "total",
            "added",
            "changed",
            "failed",
            "createdAt",
            "finishedAt"
        })
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportView(
        UUID jobId,
        @Schema(enumeration = {"RUNNING", "FINISHED"}) String status,
        int total,
        int added,
        int changed,
        int failed,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant finishedAt) {

    static ImportView from(Row row) {
        OffsetDateTime finishedAt = row.getOffsetDateTime("finished_at");
        return new ImportView(
                row.getUUID("id"),
                finishedAt == null ? "RUNNING" : "FINISHED",
                row.getInteger("total"),
                row.getInteger("added"),
                row.getInteger("changed"),
                row.getInteger("failed"),
                row.getOffsetDateTime("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
