package io.swiftcart.gateway.operations;

import io.smallrye.mutiny.Uni;
import io.swiftcart.gateway.operations.AskServices.Question;
import io.swiftcart.platform.id.Ids;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One audit trail of all services, the newest first, as with dead letters. */
@Singleton
class MergeAudit {
    private static final String ADDRESS = "/internal/admin/audit";

    private static final Comparator<AuditEntryView> NEWEST_FIRST =
            Comparator.comparing((AuditEntryView entry) -> entry.id().toString()).reversed();

    private final AskServices services;

    MergeAudit(AskServices services) {
        this.services = services;
    }

    /** What the caller wants to see; each service checks the moments. */
    record Wanted(Map<String, String> filters, Limit limit, @Nullable String cursor) {
        Wanted {
            Cursor.decode(cursor, 1).forEach(Ids::parse);
        }

        static Wanted of(Limit limit, @Nullable String cursor) {
            return new Wanted(new LinkedHashMap<>(), limit, cursor);
        }

        Wanted with(String name, @Nullable String value) {
            if (value != null) {
                filters.put(name, value);
            }
            return this;
        }

        private String uri() {
            StringBuilder uri = new StringBuilder(ADDRESS).append("?limit=").append(limit.value());
            filters.forEach((name, value) -> append(uri, name, value));
            if (cursor != null) {
                append(uri, "cursor", cursor);
            }
            return uri.toString();
        }

        private static void append(StringBuilder uri, String name, String value) {
            uri.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    Uni<AuditEntryView.Page> page(Wanted wanted, String bearer) {
        return services.all(
                        new Question(HttpMethod.GET, wanted.uri(), bearer, null),
                        AuditEntryView.Page.class)
                .map(pages -> merged(pages, wanted.limit().value()));
    }

    Uni<AuditEntryView.Verification> verification(String bearer) {
        return services.all(
                        new Question(HttpMethod.GET, ADDRESS + "/verification", bearer, null),
                        AuditEntryView.Chain.class)
                .map(MergeAudit::verified);
    }

    private static AuditEntryView.Verification verified(List<AuditEntryView.Chain> chains) {
        return new AuditEntryView.Verification(
                chains.stream().allMatch(AuditEntryView.Chain::holds),
                chains.stream()
                        .sorted(Comparator.comparing(AuditEntryView.Chain::service))
                        .toList());
    }

    private static AuditEntryView.Page merged(Collection<AuditEntryView.Page> pages, int most) {
        List<AuditEntryView> all =
                pages.stream().flatMap(page -> page.items().stream()).sorted(NEWEST_FIRST).toList();
        List<AuditEntryView> kept = all.subList(0, Math.min(most, all.size()));
        boolean more =
                all.size() > most || pages.stream().anyMatch(page -> page.nextCursor() != null);
        return new AuditEntryView.Page(kept, more ? Cursor.encode(kept.getLast().id()) : null);
    }
}
