package io.swiftcart.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a token, from its first verification until it expires: checking an RSA
 * signature costs 70 µs of a core, looking its hash up costs one. Only what was found good is
 * remembered, and all of it is forgotten when a token comes under a key that is new, so that a
 * rotation is felt at once.
 */
@Singleton
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.SSMS",
            "com.github.benmanes.caffeine.cache.PSMS"
        }) // Which Caffeine makes by name.
class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
    private static final long TOKENS_MAX = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Under this name an identity knows the request it was made for. */
    private static final String REQUEST = RoutingContext.class.getName();

    private final IdentityProvider<TokenAuthenticationRequest> verification;
    private final Clock clock;
    private final Cache<String, Verified> verified;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Uni<SecurityIdentity>> learning =
            new AtomicReference<>();

    /** Of one token; {@code until} in seconds since 1970. */
    private record Verified(SecurityIdentity identity, long until) {}

    @Inject
    VerifiedTokens(OidcIdentityProvider verification, Clock clock) {
        this((IdentityProvider<TokenAuthenticationRequest>) verification, clock);
    }

    VerifiedTokens(IdentityProvider<TokenAuthenticationRequest> verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
        this.verified =
                Caffeine.newBuilder().maximumSize(TOKENS_MAX).executor(Runnable::run).build();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the verification itself. */
    @Override
    public int priority() {
        return verification.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        String token = request.getToken().getToken();
        String name = hash(token);
        Verified known = verified.getIfPresent(name);
        if (known != null && clock.instant().getEpochSecond() < known.until()) {
            return Uni.createFrom()
                    .item(
                            of(
                                    known.identity(),
                                    request.getAttribute(
                                            HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE)));
        }
        Uni<SecurityIdentity> verify =
                Uni.createFrom()
                        .deferred(() -> verification.authenticate(request, context))
                        .invoke(identity -> remember(name, token, identity));
        return keys.contains(keyOf(token))
                ? verify
                : Uni.createFrom().deferred(() -> learning(verify));
    }

    /**
     * The first token under a new key makes the verification fetch all keys, and what comes under
     * that key meanwhile would be refused: it waits for the first.
     */
    private Uni<SecurityIdentity> learning(Uni<SecurityIdentity> verify) {
        Uni<SecurityIdentity> first = verify.memoize().indefinitely();
        Uni<SecurityIdentity> before = learning.compareAndExchange(null, first);
        if (before == null) {
            return first.onTermination().invoke(() -> learning.set(null));
        }
        return before.ifNoItem()
                .after(PATIENCE)
                .fail()
                .emitOn(here())
                .onItemOrFailure()
                .transformToUni((_, _) -> verify);
    }

    /** The request's own context: the first one may be served by another event loop. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(_ -> work.run());
    }

    private void remember(String name, String token, @Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return;
        }
        if (keys.add(keyOf(token))) {
            verified.invalidateAll();
        }
        verified.put(name, new Verified(of(identity, null), claims.getExpirationTime()));
    }

    /** The same identity for another request: what is remembered holds on to none. */
    private static SecurityIdentity of(SecurityIdentity identity, @Nullable Object request) {
        QuarkusSecurityIdentity.Builder copy =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(identity.getPrincipal())
                        .addRoles(identity.getRoles())
                        .addCredentials(identity.getCredentials());
        identity.getAttributes()
                .forEach(
                        (attribute, value) -> {
                            if (!attribute.equals(REQUEST)) {
                                copy.addAttribute(attribute, value);
                            }
                        });
        if (request != null) {
            copy.addAttribute(REQUEST, request);
        }
        return copy.build();
    }

    /** Under which key a token claims to be signed; empty when it does not say so in form. */
    private static String keyOf(String token) {
        try {
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid", "");
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DecodeException
                | ClassCastException _) {
            return "";
        }
    }

    /** A key of one length; the token itself stays with the credentials of its identity. */
    private static String hash(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return new String(hash, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
