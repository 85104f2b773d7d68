package io.swiftcart.e2e;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the mail sink holds for one address. */
public record Mailbox(String sink, String address) {
    private static final Pattern TOKEN = Pattern.compile("Token: ([A-Za-z0-9_-]{43})");

    /** How many mails have it in their subject. */
    public long about(String orderNumber) {
        return Pattern.compile("Subject: [^\n]*" + orderNumber)
                .matcher(messages().replace("\\r\\n", "\n"))
                .results()
                .count();
    }

    /** What proves that a mail was read, of each mail that has such a token. */
    public List<String> tokens() {
        return TOKEN.matcher(messages())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String messages() {
        return Http.get(sink + "/api/user/" + address + "/messages", Map.of()).body();
    }
}
