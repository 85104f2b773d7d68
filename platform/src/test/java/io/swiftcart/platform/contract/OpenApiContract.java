package io.swiftcart.platform.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the OpenAPI document of a service to {@code contracts/openapi/<service>.yaml}, by meaning:
 * blanks, the order of members and of sets do not count.
 *
 * <p>The served document is the one that the build stores ({@code
 * quarkus.smallrye-openapi.store-schema-directory}). With {@code -Dcontracts.update=true} the
 * agreed document becomes the served one, for a review by {@code git diff}.
 */
public final class OpenApiContract {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private OpenApiContract() {}

    /**
     * Fails with every difference, unless the service serves what is agreed. To be called from the
     * service's module.
     */
    public static void holds(String service) throws IOException {
        Path agreed = contracts().resolve("openapi").resolve(service + ".yaml");
        Path served = stored(Path.of("target", "openapi"), service);
        if (Boolean.getBoolean("contracts.update")) {
            Files.copy(served, agreed, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> differences =
                differences(YAML.readTree(agreed.toFile()), YAML.readTree(served.toFile()));
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "%s is served otherwise than agreed (if meant: -Dcontracts.update=true):%n  %s"
                            .formatted(service, String.join("%n  ".formatted(), differences)));
        }
    }

    /**
     * One line for each difference, {@code + served only}, {@code - agreed only}, {@code !
     * changed}.
     */
    public static List<String> differences(JsonNode agreed, JsonNode served) {
        return JsonDifference.between(agreed, served);
    }

    private static Path stored(Path folder, String service) {
        return Stream.of(service + ".yaml", "openapi.yaml", service + ".json", "openapi.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "the build has stored no OpenAPI document in " + folder));
    }

    private static Path contracts() {
        for (@Nullable Path folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("contracts/openapi"))) {
                return folder.resolve("contracts");
            }
        }
        throw new AssertionError(
                "no folder contracts/openapi above " + Path.of("").toAbsolutePath());
    }
}
