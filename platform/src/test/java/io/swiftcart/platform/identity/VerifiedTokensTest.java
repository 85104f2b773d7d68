package io.swiftcart.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final String REQUEST = RoutingContext.class.getName();
    private static final long EXPIRES = 1_000;

    private final Verification verification = new Verification();
    private final VerifiedTokens tokens = at(0);

    @Test
    void a_good_token_is_verified_once() {
        SecurityIdentity first = ask(tokens, token("one", "claims"));
        SecurityIdentity again = ask(tokens, token("one", "claims"));

        assertEquals(1, verification.asked.size());
        assertSame(first.getPrincipal(), again.getPrincipal());
        assertEquals(Set.of("customer"), again.getRoles());
    }

    @Test
    void every_other_token_is_verified() {
        ask(tokens, token("one", "claims"));
        ask(tokens, token("one", "other"));
        ask(tokens, token("one", "claims") + "x");

        assertEquals(3, verification.asked.size());
    }

    @Test
    void a_bad_token_is_verified_each_time() {
        verification.refuses = true;

        for (int i = 0; i < 2; i++) {
            assertThrows(
                    AuthenticationFailedException.class, () -> ask(tokens, token("one", "claims")));
        }

        assertEquals(2, verification.asked.size());
    }

    @Test
    void a_token_is_remembered_until_the_second_before_it_expires() {
        String token = token("one", "claims");
        Movable clock = new Movable();
        VerifiedTokens moving = new VerifiedTokens(verification, clock);
        ask(moving, token);

        clock.now = EXPIRES - 1;
        ask(moving, token);
        assertEquals(1, verification.asked.size());

        clock.now = EXPIRES;
        ask(moving, token);
        assertEquals(2, verification.asked.size());
    }

    @Test
    void a_new_key_makes_all_be_verified_again() {
        ask(tokens, token("old", "claims"));
        ask(tokens, token("new", "claims"));
        ask(tokens, token("old", "claims"));

        assertEquals(3, verification.asked.size());
    }

    @Test
    void who_comes_under_a_new_key_waits_for_the_first_who_makes_it_known() {
        CompletableFuture<Void> fetched = new CompletableFuture<>();
        verification.fetching = Uni.createFrom().completionStage(fetched);
        var first = begin(tokens, token("one", "claims"));
        var second = begin(tokens, token("one", "other"));

        assertEquals(1, verification.asked.size());

        fetched.complete(null);
        first.assertCompleted();
        second.assertCompleted();
        assertEquals(2, verification.asked.size());
    }

    @Test
    void who_comes_under_a_known_key_waits_for_nobody() {
        ask(tokens, token("one", "claims"));
        verification.fetching = Uni.createFrom().nothing();
        begin(tokens, token("two", "claims"));
        verification.fetching = Uni.createFrom().voidItem();

        begin(tokens, token("one", "other")).assertCompleted();
    }

    @Test
    void a_first_one_who_is_refused_holds_up_nobody() {
        verification.refuses = true;
        assertThrows(
                AuthenticationFailedException.class, () -> ask(tokens, token("two", "claims")));
        verification.refuses = false;

        begin(tokens, token("one", "claims")).assertCompleted();
        begin(tokens, "no header.claims.signature").assertCompleted();
    }

    @Test
    void an_identity_belongs_to_its_own_request() {
        ask(tokens, token("one", "claims"), "first request");

        SecurityIdentity again = ask(tokens, token("one", "claims"), "second request");

        assertEquals("second request", again.getAttribute(REQUEST));
        assertEquals("tenant", again.getAttribute("tenant-id"));
        assertNull(ask(tokens, token("one", "claims"), null).getAttribute(REQUEST));
    }

    private VerifiedTokens at(long second) {
        return new VerifiedTokens(
                verification, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
    }

    private static SecurityIdentity ask(VerifiedTokens tokens, String token) {
        return ask(tokens, token, "a request");
    }

    private static SecurityIdentity ask(VerifiedTokens tokens, String token, Object request) {
        TokenAuthenticationRequest asked =
                new TokenAuthenticationRequest(new TokenCredential(token, "bearer"));
        if (request != null) {
            asked.setAttribute(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE, request);
        }
        return tokens.authenticate(asked, _ -> Uni.createFrom().nothing()).await().indefinitely();
    }

    private static UniAssertSubscriber<SecurityIdentity> begin(
            VerifiedTokens tokens, String token) {
        return tokens.authenticate(
                        new TokenAuthenticationRequest(new TokenCredential(token, "bearer")),
                        _ -> Uni.createFrom().nothing())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static String token(String key, String claims) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"" + key + "\"}";
        return Base64.getUrlEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + claims
                + ".signature";
    }

    private static final class Verification
            implements IdentityProvider<TokenAuthenticationRequest> {
        private final List<String> asked = new ArrayList<>();
        private boolean refuses;
        private Uni<Void> fetching = Uni.createFrom().voidItem();

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            asked.add(request.getToken().getToken());
            return fetching.chain(
                    () ->
                            refuses
                                    ? Uni.createFrom().failure(new AuthenticationFailedException())
                                    : Uni.createFrom().item(identity(request)));
        }

        private static SecurityIdentity identity(TokenAuthenticationRequest request) {
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new Claims())
                    .addRole("customer")
                    .addAttribute("tenant-id", "tenant")
                    .addAttribute(
                            REQUEST,
                            request.<Object>getAttribute(
                                    HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE))
                    .build();
        }
    }

    private static final class Claims implements JsonWebToken {
        @Override
        public String getName() {
            return "alice";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("exp");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return name.equals("exp") ? (T) Long.valueOf(EXPIRES) : null;
        }
    }

    private static final class Movable extends Clock {
        private long now;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(now);
        }
    }
}
