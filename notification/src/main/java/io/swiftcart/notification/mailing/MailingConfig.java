package io.swiftcart.notification.mailing;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How mails are worked off: {@code swiftcart.notification.mailing.*}. */
@ConfigMapping(prefix = "swiftcart.notification.mailing")
interface MailingConfig {

    /** How many attempts one replica makes at once; the mail server sees as many connections. */
    int atOnce();

    /** How long the mail server may take for one mail. */
    Duration patience();

    /** How often the clock looks for what is due. */
    Duration poll();
}
