package io.swiftcart.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The passwords and keys of one data directory, made at random the first time one is asked for and
 * kept in {@code secrets.json}, readable by its owner only. Safe for threads.
 */
public final class Secrets {

    private static final TypeReference<TreeMap<String, String>> SHAPE = new TypeReference<>() {};

    private final Path file;
    private final Map<String, String> values;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();

    private Secrets(Path file) throws IOException {
        this.file = file;
        this.values = Files.exists(file) ? json.readValue(file.toFile(), SHAPE) : new TreeMap<>();
    }

    /** Opens the secrets of a directory that exists; a damaged file is refused. */
    public static Secrets open(Layout layout) {
        try {
            return new Secrets(layout.secrets());
        } catch (IOException e) {
            throw new StackFailure(
                    "The passwords in "
                            + layout.secrets()
                            + " cannot be read: put the file back from a backup, or wipe the data with --fresh.",
                    e);
        }
    }

    /** The secret of this name: 128 random bits in base64url, the same for ever. */
    public String of(String name) {
        return of(name, "");
    }

    /** As {@link #of(String)}, with a prefix in front that tells what it is. */
    public synchronized String of(String name, String prefix) {
        return kept(
                name,
                () ->
                        prefix
                                + Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(bytes(16))
                                        .replaceAll("[-_]", "x"));
    }

    /** The key of this name: 256 random bits in base64, the same for ever. */
    public synchronized String key(String name) {
        return kept(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String kept(String name, Supplier<String> made) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String fresh = made.get();
        values.put(name, fresh);
        try {
            AtomicFile.write(
                    file, json.writerWithDefaultPrettyPrinter().writeValueAsString(values));
        } catch (IOException e) {
            throw new StackFailure(
                    "The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
        return fresh;
    }
}
