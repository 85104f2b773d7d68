package io.swiftcart.platform.audit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.swiftcart.platform.correlation.Correlation;
import io.swiftcart.platform.correlation.RouteName;
import io.swiftcart.platform.database.Database;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each request of a manager or admin that may change something, before anything of it
 * is carried out; what cannot be written down is refused. So no operator's deed lacks its entry,
 * whichever way a service does it. What became of the request is in the log under its correlation
 * id.
 */
@Singleton
class AuditWrites {
    /** The reason in the caller's words, at most so long. */
    private static final String REASON = "X-Reason";

    private static final int REASON_MAX = 500;

    /** The gateway's word for where a request came from; it lets nobody else's through. */
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** After authentication and authorisation, before the routes. */
    private static final int AFTER_SECURITY = 10;

    private final Database database;
    private final Audit audit;

    AuditWrites(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::write, AFTER_SECURITY);
    }

    private void write(RoutingContext request) {
        boolean reads = READS.contains(request.request().method().name());
        SecurityIdentity operator = reads ? null : operator(request);
        if (operator == null) {
            request.next();
            return;
        }
        audit.request(database.pool(), entry(request, operator))
                .onSuccess(_ -> request.next())
                .onFailure(request::fail);
    }

    private static @Nullable SecurityIdentity operator(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return null;
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        return identity.hasRole("manager") || identity.hasRole("admin") ? identity : null;
    }

    private static Audit.Request entry(RoutingContext request, SecurityIdentity operator) {
        String reason = request.request().getHeader(REASON);
        String path = request.normalizedPath();
        return new Audit.Request(
                operator.getPrincipal() instanceof JsonWebToken token
                        ? token.getSubject()
                        : operator.getPrincipal().getName(),
                request.request().method().name() + " " + RouteName.of(path),
                path,
                reason == null ? "" : reason.substring(0, Math.min(REASON_MAX, reason.length())),
                Correlation.current(),
                origin(request));
    }

    private static String origin(RoutingContext request) {
        String forwarded = request.request().getHeader(FORWARDED_FOR);
        return forwarded == null
                ? request.request().remoteAddress().hostAddress()
                : forwarded.split(",", 2)[0].strip();
    }
}
