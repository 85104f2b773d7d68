package io.swiftcart.stack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swiftcart.stack.Layout;
import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.client.Http;
import io.swiftcart.stack.client.Login;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class IdentityIssuerTest {

    private final Http http = new Http();
    @TempDir private Path directory;
    private Secrets secrets;
    private IdentityIssuer issuer;

    @BeforeEach
    void start() {
        secrets = Secrets.open(layout());
        issuer = IdentityIssuer.start(layout(), secrets, 0);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void a_token_verifies_against_the_published_key() throws Exception {
        String token = login().token("alice", Map.of());

        assertTrue(verifies(token, publishedKey()));
        assertEquals("RS256", part(token, 0).path("alg").asText());
        assertEquals(publishedJwk().path("kid"), part(token, 0).path("kid"));
    }

    @Test
    void whoever_reads_the_secrets_once_the_issuer_runs_knows_every_account() {
        Login elsewhere = new Login(issuer.issuer(), Secrets.open(layout()));

        assertFalse(elsewhere.token("manager", Map.of()).isEmpty());
        assertFalse(elsewhere.token("loadtest", Map.of()).isEmpty());
    }

    @Test
    void a_user_has_roles_and_a_fixed_subject() throws IOException {
        JsonNode claims = part(login().token("admin", Map.of()), 1);

        assertEquals("admin", claims.path("preferred_username").asText());
        assertEquals("[\"admin\",\"manager\"]", claims.path("groups").toString());
        assertEquals("swiftcart", claims.path("aud").asText());
        assertEquals(issuer.issuer(), claims.path("iss").asText());
        assertEquals(claims.path("sub"), part(login().token("admin", Map.of()), 1).path("sub"));
        assertEquals(3_600, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @Test
    void a_client_has_scopes_and_no_roles() throws IOException {
        JsonNode claims = part(login().token("loadtest", Map.of()), 1);

        assertEquals("orders:write orders:read", claims.path("scope").asText());
        assertEquals("loadtest", claims.path("sub").asText());
        assertTrue(claims.path("groups").isMissingNode());
    }

    @Test
    void tests_may_ask_for_a_token_that_is_to_be_refused() throws IOException {
        Map<String, String> members =
                Map.of("ttl", "-60", "audience", "other", "issuer", "http://evil");

        JsonNode claims = part(login().token("alice", members), 1);

        assertEquals("other", claims.path("aud").asText());
        assertEquals("http://evil", claims.path("iss").asText());
        assertTrue(claims.path("exp").asLong() < System.currentTimeMillis() / 1_000);
    }

    @Test
    void wrong_credentials_are_refused() {
        String form = "grant_type=password&username=alice&password=guess";

        assertEquals(401, http.postForm(issuer.issuer() + "/token", form).status());
        assertThrows(StackFailure.class, () -> login().token("mallory", Map.of()));
    }

    @Test
    void client_credentials_may_stand_in_a_basic_header() {
        String pair = "order:" + new Accounts(secrets).secretOf("order");
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        TokenRequest request = TokenRequest.of("grant_type=client_credentials", "Basic " + basic);

        assertTrue(request.account(new Accounts(secrets)).isPresent());
    }

    @Test
    void an_unknown_grant_and_a_malformed_life_are_bad_requests() {
        String url = issuer.issuer() + "/token";
        String password = new Accounts(secrets).passwordOf("alice");

        assertEquals(400, http.postForm(url, "grant_type=implicit").status());
        assertEquals(
                400,
                http.postForm(
                                url,
                                "grant_type=password&username=alice&ttl=soon&password=" + password)
                        .status());
    }

    @Test
    void the_key_outlives_a_restart() throws Exception {
        String token = login().token("alice", Map.of());
        issuer.close();
        issuer = IdentityIssuer.start(layout(), secrets, 0);

        assertTrue(verifies(token, publishedKey()));
    }

    private JsonNode publishedJwk() {
        JsonNode discovery =
                http.get(issuer.issuer() + "/.well-known/openid-configuration", Map.of()).body();
        return http.get(discovery.path("jwks_uri").asText(), Map.of()).body().path("keys").path(0);
    }

    private PublicKey publishedKey() throws GeneralSecurityException {
        JsonNode jwk = publishedJwk();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e"))));
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asText()));
    }

    private static boolean verifies(String token, PublicKey key) throws GeneralSecurityException {
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }

    private static JsonNode part(String token, int index) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    private Login login() {
        return new Login(issuer.issuer(), secrets);
    }

    private Layout layout() {
        return new Layout(directory);
    }
}
