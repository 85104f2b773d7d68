package io.swiftcart.platform.encryption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where master keys come from; none has a default. */
@ConfigMapping(prefix = "swiftcart.encryption")
interface EncryptionConfig {

    /** Master keys by id: base64 of 32 bytes. */
    Map<String, String> keys();

    /** The master key that data keys are wrapped under from now on. */
    Optional<String> current();

    /** The key of blind indexes: base64 of 32 bytes. It cannot be changed while indexes stand. */
    Optional<String> indexKey();

    /**
     * How long an unwrapped data key is kept in memory: how long others may read on after it was
     * destroyed.
     */
    @WithDefault("PT1M")
    Duration cached();

    /** How many unwrapped data keys are kept in memory at most. */
    @WithDefault("10000")
    int cachedMax();

    /** How often keys under an older master key are looked for. */
    @WithDefault("PT1M")
    Duration rewrapEvery();
}
