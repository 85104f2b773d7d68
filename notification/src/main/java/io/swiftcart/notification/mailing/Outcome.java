package io.swiftcart.notification.mailing;

import io.vertx.ext.mail.SMTPException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/**
 * What became of one attempt to send a mail.
 *
 * @param why for operators: codes and kinds of failures, never a server's own words, since those
 *     repeat the address
 */
record Outcome(Result result, String why) {

    enum Result {
        SENT,
        WAITS,
        REFUSED
    }

    /**
     * Begins the message when the reply is about this mail; a server that refuses to talk to us at
     * all says nothing of it.
     */
    private static final Pattern ABOUT_THE_MAIL =
            Pattern.compile(
                    "(recipient address not accepted|DATA command not accepted|sending data failed).*",
                    Pattern.DOTALL);

    private static final int PERMANENT = 5;

    /** The code with which order says so. */
    private static final String ERASED = "contact-erased";

    static Outcome sent() {
        return new Outcome(Result.SENT, "");
    }

    /** Nothing will change by trying again. */
    static Outcome refused(String why) {
        return new Outcome(Result.REFUSED, why);
    }

    /** The order service has not said whom to write to; nobody, when the customer is erased. */
    static Outcome withoutContact(Throwable failure) {
        if (failure instanceof WebApplicationException answer && isErased(answer.getResponse())) {
            return refused("the customer is erased");
        }
        return new Outcome(Result.WAITS, "order service: " + describe(failure));
    }

    /** The mail server has not taken it. */
    static Outcome unsent(Throwable failure) {
        if (failure instanceof SMTPException reply) {
            boolean forGood =
                    reply.getReplyCode() / 100 == PERMANENT
                            && ABOUT_THE_MAIL.matcher(reply.getMessage()).matches();
            return new Outcome(
                    forGood ? Result.REFUSED : Result.WAITS,
                    "mail server: SMTP " + reply.getReplyCode());
        }
        if (failure instanceof IllegalArgumentException) {
            return refused("the e-mail address is not one");
        }
        return new Outcome(Result.WAITS, "mail server: " + describe(failure));
    }

    private static boolean isErased(Response answer) {
        return answer.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                && answer.readEntity(String.class).contains("\"" + ERASED + "\"");
    }

    private static String describe(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? "HTTP " + answer.getResponse().getStatus()
                : failure.getClass().getSimpleName();
    }
}
