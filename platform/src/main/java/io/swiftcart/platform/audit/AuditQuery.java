package io.swiftcart.platform.audit;

import io.smallrye.mutiny.Uni;
import io.swiftcart.platform.page.Cursor;
import io.swiftcart.platform.page.Limit;
import io.swiftcart.platform.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pages of the trail, the newest first. The cursor is the last id alone, which grows with time
 * everywhere: so one cursor serves the lists of all services side by side.
 */
@ApplicationScoped
class AuditQuery {
    private final AuditRepository audit;
    private final String service;

    AuditQuery(
            AuditRepository audit,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.audit = audit;
        this.service = service;
    }

    Uni<Page<AuditView>> page(AuditFilter filter, Limit limit) {
        return audit.page(filter, limit.plusOne())
                .map(found -> found.stream().map(entry -> AuditView.of(entry, service)).toList())
                .map(views -> Page.of(views, limit, last -> Cursor.encode(last.id())));
    }
}
