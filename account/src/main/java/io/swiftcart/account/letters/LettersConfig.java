package io.swiftcart.account.letters;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How mails go out: {@code swiftcart.account.letters.*}. */
@ConfigMapping(prefix = "swiftcart.account.letters")
interface LettersConfig {

    /** How long the mail server may take for one mail. */
    Duration patience();

    /** How often the clock looks for what is due. */
    Duration poll();

    /** How long the token in a mail can be used. */
    Duration proofLife();
}
