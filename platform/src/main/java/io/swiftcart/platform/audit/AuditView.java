package io.swiftcart.platform.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as an operator sees it.
 *
 * @param service where it was done
 * @param actor subject of the token
 * @param action method and route of a request, or a name such as {@code saga.retry}
 * @param subject address of the request, or id of the thing
 * @param reason in the actor's words; empty where none was said
 * @param origin address of the caller; empty where a deed has an entry of its own beside its
 *     request's
 */
record AuditView(
        UUID id,
        String service,
        String actor,
        String action,
        String subject,
        String reason,
        Instant occurredAt,
        String origin,
        String correlationId) {

    static AuditView of(Entry entry, String service) {
        return new AuditView(
                entry.id(),
                service,
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.reason(),
                entry.occurredAt(),
                entry.origin(),
                entry.correlationId());
    }
}
