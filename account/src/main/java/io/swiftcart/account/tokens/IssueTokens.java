package io.swiftcart.account.tokens;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.CostlyWork;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.signing.SigningKey;
import io.swiftcart.account.signing.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs access tokens: RS256 JWTs with the claims that every service reads. */
@ApplicationScoped
public class IssueTokens {
    private final SigningKeys keys;
    private final CostlyWork costly;
    private final Clock clock;
    private final Shape usual;

    IssueTokens(
            SigningKeys keys,
            CostlyWork costly,
            Clock clock,
            TokensConfig config,
            @ConfigProperty(name = "swiftcart.account.issuer") String issuer) {
        this.keys = keys;
        this.costly = costly;
        this.clock = clock;
        this.usual = new Shape(issuer, config.audience(), config.life());
    }

    /** The shape of all tokens outside development. */
    public Shape usual() {
        return usual;
    }

    /** For a person, with roles. */
    public Uni<AccessToken> forCustomer(Customer customer, Shape shape) {
        String username = customer.username();
        return sign(
                Map.of(
                        "sub",
                        customer.id().toString(),
                        "preferred_username",
                        username == null ? customer.email() : username,
                        "email",
                        customer.email(),
                        "name",
                        customer.name(),
                        "groups",
                        customer.roles()),
                shape);
    }

    /** For a program, with scopes. */
    public Uni<AccessToken> forClient(String client, Collection<String> scopes, Shape shape) {
        return sign(
                Map.of(
                        "sub",
                        client,
                        "azp",
                        client,
                        "client_id",
                        client,
                        "scope",
                        String.join(" ", scopes)),
                shape);
    }

    private Uni<AccessToken> sign(Map<String, Object> claims, Shape shape) {
        return keys.current()
                .chain(key -> costly.of(() -> signed(claims, shape, key)))
                .map(jwt -> new AccessToken(jwt, shape.life()));
    }

    private String signed(Map<String, Object> who, Shape shape, SigningKey key) {
        Instant now = clock.instant();
        // A token that is born expired was once valid.
        Instant issued = shape.life().isNegative() ? now.plus(shape.life()) : now;
        Map<String, Object> claims = new TreeMap<>(who);
        claims.put("iss", shape.issuer());
        claims.put("aud", shape.audience());
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", now.plus(shape.life()).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return Jwt.claims(claims)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.kid())
                .sign(key.key());
    }
}
