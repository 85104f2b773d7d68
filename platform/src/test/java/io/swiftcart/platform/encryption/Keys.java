package io.swiftcart.platform.encryption;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configuration of a test's own. */
record Keys(Map<String, String> keys, @Nullable String now, @Nullable String index)
        implements EncryptionConfig {
    static final String FIRST = of('1');
    static final String SECOND = of('2');

    /** Base64 of 32 equal bytes. */
    static String of(char content) {
        return Base64.getEncoder()
                .encodeToString(
                        String.valueOf(content).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    static MasterKeys master(Map<String, String> keys, String current) {
        return new MasterKeys(new Keys(keys, current, null));
    }

    @Override
    public Optional<String> current() {
        return Optional.ofNullable(now);
    }

    @Override
    public Optional<String> indexKey() {
        return Optional.ofNullable(index);
    }

    @Override
    public Duration cached() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int cachedMax() {
        return 100;
    }

    @Override
    public Duration rewrapEvery() {
        return Duration.ofMinutes(1);
    }
}
