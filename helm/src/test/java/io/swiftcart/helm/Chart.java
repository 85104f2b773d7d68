package io.swiftcart.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart of this checkout. Each variant is rendered once. */
final class Chart {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path HOME = ROOT.resolve("helm/swiftcart");
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    static final String RELEASE = "shop";

    private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private Chart() {}

    /** By name: the files {@code ci/<name>-values.yaml}. */
    static List<String> variants() {
        try (Stream<Path> files = Files.list(HOME.resolve("ci"))) {
            return files.map(file -> file.getFileName().toString().replace("-values.yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Manifest> render(String variant) {
        return RENDERED.computeIfAbsent(variant, _ -> manifests(template(variant)));
    }

    static Helm helm() {
        return new Helm(HOME);
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template(String variant) {
        return helm().template()
                .withName(RELEASE)
                .withNamespace("shop")
                .withKubeVersion("1.33.0")
                // Helm's own hooks are no part of what it renders.
                .set("hooks", "argo")
                .withValuesFile(HOME.resolve("ci/" + variant + "-values.yaml"))
                .call();
    }

    private static List<Manifest> manifests(String rendered) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
            return documents.readAll().stream()
                    .filter(JsonNode::isObject)
                    .map(Manifest::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
