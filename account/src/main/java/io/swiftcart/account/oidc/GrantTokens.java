package io.swiftcart.account.oidc;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.credentials.CheckPassword;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.development.Development;
import io.swiftcart.account.oidc.ClientsConfig.Client;
import io.swiftcart.account.tokens.IssueTokens;
import io.swiftcart.account.tokens.RefreshTokens;
import io.swiftcart.account.tokens.RefreshTokens.Renewal;
import io.swiftcart.account.tokens.Shape;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives tokens for a grant; every refusal is an {@link OAuthError}. */
@ApplicationScoped
class GrantTokens {
    private final ClientsConfig clients;
    private final CheckPassword checkPassword;
    private final IssueTokens issueTokens;
    private final RefreshTokens refreshTokens;
    private final Development development;
    private final boolean passwordGrant;

    GrantTokens(
            ClientsConfig clients,
            CheckPassword checkPassword,
            IssueTokens issueTokens,
            RefreshTokens refreshTokens,
            Development development,
            @ConfigProperty(name = "swiftcart.account.password-grant") boolean passwordGrant) {
        this.clients = clients;
        this.checkPassword = checkPassword;
        this.issueTokens = issueTokens;
        this.refreshTokens = refreshTokens;
        this.development = development;
        this.passwordGrant = passwordGrant;
    }

    /** {@code address}: where the request comes from. */
    Uni<TokenAnswer> of(TokenRequest request, String address) {
        return switch (request.member("grant_type")) {
            case "client_credentials" -> toClient(request);
            case "refresh_token" -> renewed(request);
            case "password" -> passwordGrant ? toPerson(request, address) : refused();
            default -> refused();
        };
    }

    private Uni<TokenAnswer> toClient(TokenRequest request) {
        String id = request.member("client_id");
        Client client = clients.all().get(id);
        String secret = client == null ? "" : client.secret();
        if (!same(secret, request.member("client_secret")) || client == null) {
            throw OAuthError.invalidClient();
        }
        Set<String> scopes = scopes(request.optional("scope"), client);
        return issueTokens
                .forClient(id, scopes, shape(request))
                .map(token -> TokenAnswer.of(token, null, String.join(" ", scopes)));
    }

    private Uni<TokenAnswer> toPerson(TokenRequest request, String address) {
        String login = request.member("username");
        String password = request.member("password");
        return development
                .prepare(login)
                .chain(() -> checkPassword.of(login, password, address))
                .onFailure(Problem.class)
                .transform(GrantTokens::inItsWords)
                .chain(customer -> begin(customer, shape(request)));
    }

    private Uni<TokenAnswer> begin(Customer customer, Shape shape) {
        return refreshTokens
                .begin(customer.id())
                .chain(
                        refresh ->
                                issueTokens
                                        .forCustomer(customer, shape)
                                        .map(token -> TokenAnswer.of(token, refresh, null)));
    }

    private Uni<TokenAnswer> renewed(TokenRequest request) {
        return refreshTokens
                .renew(request.member("refresh_token"))
                .onItem()
                .ifNull()
                .failWith(OAuthError::invalidGrant)
                .chain(this::answer);
    }

    private Uni<TokenAnswer> answer(Renewal renewal) {
        return issueTokens
                .forCustomer(renewal.customer(), issueTokens.usual())
                .map(token -> TokenAnswer.of(token, renewal.refreshToken(), null));
    }

    private Shape shape(TokenRequest request) {
        try {
            return development.shape(issueTokens.usual(), request.form());
        } catch (NumberFormatException _) {
            throw OAuthError.invalidRequest();
        }
    }

    private static Set<String> scopes(@Nullable String wanted, Client client) {
        Set<String> all = client.scopeSet();
        if (wanted == null) {
            return all;
        }
        Set<String> some = Scopes.parse(wanted);
        if (!all.containsAll(some)) {
            throw OAuthError.invalidScope();
        }
        return some;
    }

    private static Throwable inItsWords(Throwable failure) {
        Problem problem = (Problem) failure;
        return switch (problem.code().status()) {
            case 401 -> OAuthError.invalidGrant();
            case 429 -> OAuthError.locked(problem.retryAfter());
            default -> problem;
        };
    }

    private static Uni<TokenAnswer> refused() {
        return Uni.createFrom().failure(OAuthError.unsupportedGrant());
    }

    private static boolean same(String ours, String given) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
