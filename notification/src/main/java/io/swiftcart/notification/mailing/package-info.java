/**
 * Sends what is due: asks the order service whom to write to at that moment, renders the mail,
 * hands it to the mail server, and only then notes it as sent. No name or address is kept.
 */
@NullMarked
package io.swiftcart.notification.mailing;

import org.jspecify.annotations.NullMarked;
