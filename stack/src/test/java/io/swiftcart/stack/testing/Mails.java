package io.swiftcart.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the mail sink has received. Needs the part {@code mail}. */
public final class Mails {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Mails() {}

    /**
     * The mails to one address, in the sink's order; empty if there is none. {@code raw} is the
     * whole message with its headers.
     */
    public static List<Mail> to(String address) {
        String user = URLEncoder.encode(address, StandardCharsets.UTF_8);
        URI uri = URI.create(Handover.MAIL_API.value() + "/api/user/" + user + "/messages");
        try {
            HttpResponse<String> answer =
                    CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            List<Mail> mails = new ArrayList<>();
            if (answer.statusCode() == 200) {
                for (JsonNode message : new ObjectMapper().readTree(answer.body())) {
                    mails.add(
                            new Mail(
                                    message.path("subject").asText(),
                                    message.path("Message-ID").asText(),
                                    message.path("mimeMessage").asText()));
                }
            }
            return mails;
        } catch (IOException e) {
            throw new IllegalStateException("the mail sink does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** One mail. {@code messageId} as the sink shows it, in angle brackets. */
    public record Mail(String subject, String messageId, String raw) {}
}
