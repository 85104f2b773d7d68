package io.swiftcart.e2e;

import java.util.Map;
import java.util.regex.Pattern;

/** What the mail sink holds for one address. */
public record Mailbox(String sink, String address) {

    /** How many mails have it in their subject. */
    public long about(String orderNumber) {
        String inbox = sink + "/api/user/" + address + "/messages";
        return Pattern.compile("Subject: [^\n]*" + orderNumber)
                .matcher(Http.get(inbox, Map.of()).body().replace("\\r\\n", "\n"))
                .results()
                .count();
    }
}
