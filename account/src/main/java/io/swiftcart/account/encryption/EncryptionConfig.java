package io.swiftcart.account.encryption;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Master keys, {@code swiftcart.encryption.*}; none has a default. All are 32 bytes in base64. */
@ConfigMapping(prefix = "swiftcart.encryption")
interface EncryptionConfig {

    /** All that may still be needed to decrypt, by id. */
    Map<String, String> keys();

    /** The id of the one that encrypts. */
    String current();

    /** Makes blind indexes; a change of it loses every look-up by e-mail. */
    String indexKey();
}
