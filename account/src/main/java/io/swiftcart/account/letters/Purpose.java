package io.swiftcart.account.letters;

/** What the token in a mail is good for. */
public enum Purpose {
    RESET_PASSWORD(
            "Your new password",
            "somebody, hopefully you, has asked for a new password of your SwiftCart account.",
            "Set it with this token"),
    CONFIRM_EMAIL(
            "Confirm your e-mail address",
            "somebody, hopefully you, wants to use this address for a SwiftCart account.",
            "Confirm it with this token");

    private final String subject;
    private final String reason;
    private final String invitation;

    Purpose(String subject, String reason, String invitation) {
        this.subject = subject;
        this.reason = reason;
        this.invitation = invitation;
    }

    String subject() {
        return subject;
    }

    String text(String token, long minutes) {
        return """
        Hello,

        %s
        %s, within %d minutes:

        Token: %s

        If it was not you, do nothing.
        """
                .formatted(reason, invitation, minutes, token);
    }
}
