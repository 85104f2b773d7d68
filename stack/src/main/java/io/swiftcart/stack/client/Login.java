package io.swiftcart.stack.client;

import io.swiftcart.stack.Secrets;
import io.swiftcart.stack.StackFailure;
import io.swiftcart.stack.identity.Accounts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets tokens for the demo accounts, whose passwords it knows from the data directory. */
public final class Login {

    private final Http http = new Http();
    private final String issuer;
    private final Accounts accounts;

    public Login(String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.accounts = new Accounts(secrets);
    }

    /**
     * A bearer token. {@code members}: {@code ttl}, {@code audience}, {@code issuer} for tests, or
     * none.
     */
    public String token(String account, Map<String, String> members) {
        Map<String, String> form = new LinkedHashMap<>(members);
        if (Accounts.users().contains(account)) {
            form.putAll(
                    Map.of(
                            "grant_type",
                            "password",
                            "username",
                            account,
                            "password",
                            accounts.passwordOf(account)));
        } else if (Accounts.clients().contains(account)) {
            form.putAll(
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            account,
                            "client_secret",
                            accounts.secretOf(account)));
        } else {
            throw new StackFailure(
                    "There is no demo account "
                            + account
                            + ": take one of "
                            + String.join(", ", Accounts.users())
                            + " or "
                            + String.join(", ", Accounts.clients())
                            + ".");
        }
        Http.Answer answer = http.postForm(issuer + "/token", encoded(form));
        if (!answer.ok()) {
            throw new StackFailure(
                    "The identity issuer refuses "
                            + account
                            + " with status "
                            + answer.status()
                            + ": restart SwiftCart if its secrets were changed.");
        }
        return answer.body().path("access_token").asText();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        member ->
                                member.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                member.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
