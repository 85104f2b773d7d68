package io.swiftcart.account;

import io.swiftcart.platform.problem.ProblemCode;

/** The problems that only account knows. */
public enum AccountProblem implements ProblemCode {
    ADDRESS_BOOK_FULL(
            "address-book-full", 409, "The address book has no room for another address.", false),
    EMAIL_TAKEN("email-taken", 409, "Another account has this e-mail address.", false),
    INVALID_CREDENTIALS("invalid-credentials", 401, "E-mail or password is wrong.", false),
    MAILED_TOKEN_INVALID(
            "mailed-token-invalid", 400, "The token from the mail cannot be used.", false),
    REFRESH_TOKEN_INVALID("refresh-token-invalid", 401, "The refresh token cannot be used.", false),
    TOO_MANY_TRIES("too-many-tries", 429, "Too many logins have failed.", true),
    WRONG_PASSWORD("wrong-password", 403, "The password is wrong.", false);

    private final String code;
    private final int status;
    private final String title;
    private final boolean retryable;

    AccountProblem(String code, int status, String title, boolean retryable) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
