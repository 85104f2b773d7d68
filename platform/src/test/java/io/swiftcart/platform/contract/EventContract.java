package io.swiftcart.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The contract of one topic: JSON Schema and examples under {@code /contracts/events/<topic>/v1/}
 * on the class path.
 *
 * <p>A writer's test hands over what it has published; a reader's test takes the examples and must
 * accept each.
 */
public final class EventContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "/contracts/events/";

    private final String topic;
    private final JsonSchema value;
    private final JsonSchema headers;

    private EventContract(String topic) {
        this.topic = topic;
        this.value = schema(EVENTS + topic + "/v1/schema.json");
        this.headers = schema(EVENTS + "headers.schema.json");
    }

    /** The contract of a topic, e.g. {@code orders.confirmed.v1}; fails when there is none. */
    public static EventContract of(String topic) {
        return new EventContract(topic);
    }

    /** Fails with every violation, unless the value (JSON, UTF-8) is what the topic promises. */
    public void accepts(byte[] json) {
        report("value", value.validate(parsed(json)).stream());
    }

    /**
     * As {@link #accepts(byte[])}, and the headers, as text, are those of a fact and agree with the
     * value.
     */
    public void accepts(byte[] json, Map<String, String> headersAsText) {
        JsonNode parsed = parsed(json);
        accepts(json);
        report("headers", headers.validate(JSON.valueToTree(headersAsText)).stream());
        agree("ce_id", headersAsText, parsed.path("eventId").asText());
        agree("ce_time", headersAsText, parsed.path("occurredAt").asText());
        agree("ce_type", headersAsText, "io.swiftcart." + topic);
    }

    /** The examples by file name, as they would travel. */
    public Map<String, byte[]> examples() {
        String folder = EVENTS + topic + "/v1/examples";
        URL url =
                Objects.requireNonNull(
                        EventContract.class.getResource(folder), () -> "no examples: " + folder);
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("cannot read the examples of " + topic, unreadable);
        }
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> examples = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                examples.put(
                        Objects.requireNonNull(file.getFileName()).toString(),
                        Files.readAllBytes(file));
            }
        }
        return examples;
    }

    private void report(String what, Stream<ValidationMessage> messages) {
        List<String> violations = messages.map(ValidationMessage::getMessage).sorted().toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    "the %s breaks the contract of %s:%n  %s"
                            .formatted(what, topic, String.join("%n  ".formatted(), violations)));
        }
    }

    private void agree(String header, Map<String, String> headersAsText, String expected) {
        if (!expected.equals(headersAsText.get(header))) {
            throw new AssertionError(
                    "header %s on %s is %s, the value says %s"
                            .formatted(header, topic, headersAsText.get(header), expected));
        }
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static JsonSchema schema(String path) {
        try (InputStream stream = EventContract.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError("no contract on the class path: " + path);
            }
            SchemaValidatorsConfig strict =
                    SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(stream, strict);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
