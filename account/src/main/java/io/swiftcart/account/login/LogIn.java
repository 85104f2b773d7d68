package io.swiftcart.account.login;

import io.smallrye.mutiny.Uni;
import io.swiftcart.account.AccountProblem;
import io.swiftcart.account.credentials.CheckPassword;
import io.swiftcart.account.customers.Customer;
import io.swiftcart.account.development.Development;
import io.swiftcart.account.tokens.IssueTokens;
import io.swiftcart.account.tokens.RefreshTokens;
import io.swiftcart.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins, goes on with and ends the session of a person. */
@ApplicationScoped
class LogIn {
    private final Development development;
    private final CheckPassword checkPassword;
    private final IssueTokens issueTokens;
    private final RefreshTokens refreshTokens;

    LogIn(
            Development development,
            CheckPassword checkPassword,
            IssueTokens issueTokens,
            RefreshTokens refreshTokens) {
        this.development = development;
        this.checkPassword = checkPassword;
        this.issueTokens = issueTokens;
        this.refreshTokens = refreshTokens;
    }

    Uni<TokensView> with(LoginRequest request, String address) {
        return development
                .prepare(request.email())
                .chain(() -> checkPassword.of(request.email(), request.password(), address))
                .chain(
                        customer ->
                                refreshTokens
                                        .begin(customer.id())
                                        .chain(refresh -> tokens(customer, refresh)));
    }

    Uni<TokensView> again(String refreshToken) {
        return refreshTokens
                .renew(refreshToken)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(AccountProblem.REFRESH_TOKEN_INVALID, "Log in again."))
                .chain(renewal -> tokens(renewal.customer(), renewal.refreshToken()));
    }

    Uni<Void> out(String refreshToken) {
        return refreshTokens.end(refreshToken);
    }

    private Uni<TokensView> tokens(Customer customer, String refreshToken) {
        return issueTokens
                .forCustomer(customer, issueTokens.usual())
                .map(token -> TokensView.of(token, refreshToken));
    }
}
